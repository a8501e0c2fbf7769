using k8s.Authentication;

namespace VpcMirrorOperator.Kubernetes.Api;

/// <summary>
/// Puts the present token on each request; the provider reads a token file again, or runs an exec plugin again, when it is time. Also
/// names the server as its certificate does, where the kubeconfig says so.
/// </summary>
internal sealed class CredentialHandler(ITokenProvider? token, string? serverName, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token is not null) request.Headers.Authorization = await token.GetAuthenticationHeaderAsync(cancellationToken);
        if (!string.IsNullOrEmpty(serverName)) request.Headers.Host = serverName;
        return await base.SendAsync(request, cancellationToken);
    }
}
