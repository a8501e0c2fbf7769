using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Sts;
using VpcMirrorOperator.AlibabaCloud.Transport;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;

/// <summary>Keys from an HTTP address that somebody runs beside us, often a sidecar.</summary>
internal sealed class CredentialsUriSource(CredentialsEnvironment environment, Uri address, string name) : ICredentialsSource
{
    private const string Action = "GetCredentialsFromUri";
    private const int MaxReplyBytes = 64 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly HttpSender _http = new(environment.Http, environment.Time, MaxReplyBytes);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<CloudCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var reply = await _http.SendAsync(request, Action, Limit, null, cancellationToken);
        if (!reply.IsSuccess) throw RpcReply.Error(reply, Action, RequestSecrets.None);
        return reply.Body is { } body
            ? TemporaryKeys.Parse(body.Span, Action, name)
            : throw new CloudException(Action, ClientErrorCodes.UnreadableReply, "the answer is too large");
    }
}
