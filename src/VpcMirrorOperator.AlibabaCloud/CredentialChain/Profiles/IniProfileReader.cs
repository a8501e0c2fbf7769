using System.Globalization;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Sts;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Profiles;

/// <summary>Turns a section of <c>~/.alibabacloud/credentials[.ini]</c> into a provider.</summary>
internal sealed class IniProfileReader(
    CredentialsEnvironment environment, string file, string section, IReadOnlyDictionary<string, string> keys)
{
    private const string NamePrefix = "default/profile/";

    /// <summary>The provider that the section describes.</summary>
    /// <exception cref="Errors.CloudException">It is incomplete or of an unsupported type.</exception>
    public ICredentialsProvider Build() => Required("type") switch
    {
        "access_key" => Keys(null),
        "sts" => Keys(Required("security_token")),
        "ecs_ram_role" => Refreshed(EcsRole.Create(environment, Optional("role_name"), NamePrefix + "ecs_ram_role")),
        "ram_role_arn" => Refreshed(
            new AssumeRoleSource(environment, Sts, Role, Keys(Optional("security_token")), NamePrefix + "ram_role_arn")),
        "oidc_role_arn" => Refreshed(new OidcRoleSource(
            environment, Sts, Role, Required("oidc_provider_arn"), Optional("oidc_token_file_path") ?? Required("oidc_token_file"),
            NamePrefix + "oidc_role_arn")),
        var type => throw Bad(
            $"has the type {CredentialsError.Shown(type)}, which is not supported; use access_key, sts, ecs_ram_role, ram_role_arn " +
            "or oidc_role_arn"),
    };

    private Uri Sts => StsEndpoint.Resolve(environment, Optional("sts_region"));

    private RoleSettings Role => new()
    {
        RoleArn = Required("role_arn"),
        SessionName = Optional("role_session_name") ?? "",
        DurationSeconds = int.TryParse(Optional("duration_seconds"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
        Policy = Optional("policy"),
        ExternalId = Optional("external_id"),
    };

    private StaticCredentialsProvider Keys(string? token) => new(
        Required("access_key_id"), Required("access_key_secret"), token, NamePrefix + (token is null ? "static_ak" : "static_sts"));

    private RefreshingCredentialsProvider Refreshed(ICredentialsSource source) => new(source, environment.Time, environment.Logger);

    private string? Optional(string key) => keys.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    private string Required(string key) => Optional(key) ?? throw Bad($"lacks {key}");

    private CloudException Bad(string what) => CredentialsError.NotUsable($"the section [{section}] of {file} {what}");
}
