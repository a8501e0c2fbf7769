using VpcMirrorOperator.AlibabaCloud.Credentials.Refresh;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;

namespace VpcMirrorOperator.AlibabaCloud.Credentials.Roles;

/// <summary>Keys from an HTTP address that somebody runs beside us, often a sidecar.</summary>
internal sealed class CredentialsUriSource(CredentialsEnvironment environment, Uri address, string name) : ICredentialsSource
{
    private const string Action = "GetCredentialsFromUri";
    private const int MaxReplyBytes = 64 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly HttpExchange _exchange = new(environment.Http, environment.Time, MaxReplyBytes);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<Credentials> FetchAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var reply = await _exchange.SendAsync(request, Action, Limit, null, ct);
        if (!reply.IsSuccess) throw RpcReply.Error(reply, Action);
        return reply.Body is { } body
            ? TemporaryKeys.Parse(body.Span, Action, name)
            : throw new CloudException(Action, ClientErrorCodes.UnreadableReply, "the answer is too large", CloudErrorClass.Retry);
    }
}
