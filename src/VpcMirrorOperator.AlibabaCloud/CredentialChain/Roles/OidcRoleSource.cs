using System.Text.Json;
using System.Text.Json.Serialization;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.AlibabaCloud.Sts;
using VpcMirrorOperator.AlibabaCloud.Transport;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;

/// <summary>
/// Exchanges a Kubernetes service account token for keys (RRSA): STS AssumeRoleWithOIDC, which is not signed. The token file is
/// read each time, since the kubelet replaces it.
/// </summary>
internal sealed class OidcRoleSource(
    CredentialsEnvironment environment, Uri sts, RoleSettings role, string providerArn, string tokenFile, string name) : ICredentialsSource
{
    private const string Action = "AssumeRoleWithOIDC";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly HttpSender _http = new(environment.Http, environment.Time, HttpSender.DefaultMaxReplyBytes);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task<CloudCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var token = ReadToken();
        using var request = CreateRequest(token);
        using var reply = await _http.SendAsync(request, Action, Limit, null, cancellationToken);
        if (!reply.IsSuccess) throw RpcReply.Error(reply, Action, new(token));
        return Parse(reply).ToCredentials(Action, name);
    }

    private string ReadToken()
    {
        try
        {
            var token = environment.ReadFile(tokenFile)?.Trim();
            if (!string.IsNullOrEmpty(token)) return token;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CredentialsError.NotUsable($"the OIDC token file {tokenFile} cannot be read", e);
        }
        throw CredentialsError.NotUsable($"the OIDC token file {tokenFile} is missing or empty");
    }

    private HttpRequestMessage CreateRequest(string token)
    {
        var query = new RpcParameters()
            .Add("Version", "2015-04-01")
            .Add("Action", Action)
            .Add("Format", "JSON")
            .Add("Timestamp", Acs3Headers.FormatDate(environment.Time.GetUtcNow()));
        var form = new RpcParameters()
            .Add("OIDCProviderArn", providerArn)
            .Add("OIDCToken", token)
            .Add("RoleArn", role.RoleArn)
            .Add("RoleSessionName", role.SessionName)
            .Add("DurationSeconds", role.DurationSeconds)
            .Add("Policy", role.Policy);
        return new(HttpMethod.Post, new Uri(sts, $"/?{query.ToQuery()}"))
        {
            Content = new StringContent(form.ToQuery(), null, "application/x-www-form-urlencoded")
            {
                Headers = { ContentType = new("application/x-www-form-urlencoded") },
            },
        };
    }

    internal static TemporaryKeys Parse(HttpReply reply)
    {
        try
        {
            if (reply.Body is { } body
                && JsonSerializer.Deserialize(body.Span, OidcReplyJson.Default.OidcReply) is { Credentials: { } keys })
                return keys;
        }
        catch (JsonException)
        {
            // Same as an answer without keys.
        }
        throw new CloudException(Action, ClientErrorCodes.UnreadableReply, "the answer holds no credentials");
    }
}

/// <summary>The used part of the answer.</summary>
internal sealed record OidcReply
{
    public TemporaryKeys? Credentials { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(LenientTextConverter)])]
[JsonSerializable(typeof(OidcReply))]
internal sealed partial class OidcReplyJson : JsonSerializerContext;
