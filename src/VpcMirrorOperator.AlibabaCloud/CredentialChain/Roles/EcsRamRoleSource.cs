using System.Text;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Sts;
using VpcMirrorOperator.AlibabaCloud.Transport;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;

/// <summary>
/// Keys of the role attached to the ECS instance, from its metadata service: version 2 (with a session token), then version 1
/// unless that is switched off. Where there is no such service the first two requests run into their limits of half a second.
/// </summary>
internal sealed class EcsRamRoleSource(CredentialsEnvironment environment, string? roleName, string name) : ICredentialsSource
{
    private const string Action = "GetInstanceRoleCredentials";
    private const string RolePath = "latest/meta-data/ram/security-credentials/";
    private const int MaxReplyBytes = 64 * 1024;

    // The service is on the same host and answers in milliseconds.
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly HttpSender _http = new(environment.Http, environment.Time, MaxReplyBytes);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<CloudCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var (token, found) = await GetTokenAsync(cancellationToken);
        var limit = found ? Limit : ProbeLimit;
        var role = roleName ?? await GetAsync(RolePath, token, limit, cancellationToken);
        var keys = await GetAsync(RolePath + Uri.EscapeDataString(role.Trim()), token, roleName is null ? Limit : limit, cancellationToken);
        return TemporaryKeys.Parse(Encoding.UTF8.GetBytes(keys), Action, name);
    }

    // In a container network the version 2 answer may be dropped (its hop limit is 1), so a silent service gets a version 1 try too.
    private async Task<(string? Token, bool Found)> GetTokenAsync(CancellationToken cancellationToken)
    {
        var required = environment.IsOn(EnvironmentVariables.ImdsV1Disabled);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(environment.MetadataAddress, "latest/api/token"));
            request.Headers.TryAddWithoutValidation("X-aliyun-ecs-metadata-token-ttl-seconds", "21600");
            using var reply = await _http.SendAsync(request, Action, ProbeLimit, null, cancellationToken);
            if (reply is { IsSuccess: true, Body: { IsEmpty: false } body }) return (Encoding.UTF8.GetString(body.Span).Trim(), true);
            return required ? throw Refused(reply) : (null, true);
        }
        catch (CloudException e) when (!required && e.Code == ClientErrorCodes.Timeout)
        {
            return (null, false);
        }
    }

    private async Task<string> GetAsync(string path, string? token, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(environment.MetadataAddress, path));
        if (token is not null) request.Headers.TryAddWithoutValidation("X-aliyun-ecs-metadata-token", token);
        using var reply = await _http.SendAsync(request, Action, limit, null, cancellationToken);
        return reply is { IsSuccess: true, Body: { IsEmpty: false } body } ? Encoding.UTF8.GetString(body.Span) : throw Refused(reply);
    }

    private static CloudException Refused(HttpReply reply)
    {
        var detail = reply.Status == 404 ? "no RAM role is attached to this instance" : "the metadata service refused";
        return new(Action, ClientErrorCodes.NoCredentials, detail) { HttpStatus = reply.Status };
    }
}
