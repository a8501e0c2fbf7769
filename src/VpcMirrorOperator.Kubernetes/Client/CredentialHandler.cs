using System.Net.Http.Headers;
using k8s.Authentication;
using k8s.Exceptions;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Puts the present token on each request; the provider reads a token file again, or runs an exec plugin again, when it is time. Also
/// names the server as its certificate does, where the kubeconfig says so.
/// </summary>
internal sealed class CredentialHandler(ITokenProvider? token, string? serverName, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token is not null) request.Headers.Authorization = await HeaderAsync(token, cancellationToken);
        if (!string.IsNullOrEmpty(serverName)) request.Headers.Host = serverName;
        return await base.SendAsync(request, cancellationToken);
    }

    private static async Task<AuthenticationHeaderValue> HeaderAsync(ITokenProvider token, CancellationToken cancellationToken)
    {
        try
        {
            return await token.GetAuthenticationHeaderAsync(cancellationToken);
        }
        catch (Exception error) when (error is KubeConfigException or IOException or UnauthorizedAccessException)
        {
            throw new HttpRequestException(HttpRequestError.UserAuthenticationError, $"no credentials: {error.Message}", error);
        }
    }
}
