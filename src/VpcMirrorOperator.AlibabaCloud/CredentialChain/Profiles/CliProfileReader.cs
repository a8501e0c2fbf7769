using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Sts;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Profiles;

/// <summary>Turns a profile of the command line tool into a provider. Modes that need a person or run a program are refused.</summary>
internal sealed class CliProfileReader(CredentialsEnvironment environment, CliConfig config)
{
    private const string NamePrefix = "default/cli_profile/";

    /// <summary>The provider that the named profile describes.</summary>
    /// <exception cref="Errors.CloudException">It is incomplete, of an unsupported mode, or names itself as its source.</exception>
    public ICredentialsProvider Build(string profileName) => Build(profileName, []);

    private ICredentialsProvider Build(string profileName, HashSet<string> visited)
    {
        if (!visited.Add(profileName)) throw Bad(profileName, "is its own source_profile");
        var profile = config.Profiles.FirstOrDefault(p => p.Name == profileName) ?? throw Bad(profileName, "does not exist");
        return profile.Mode switch
        {
            "AK" or "" or null => Keys(profile, null),
            "StsToken" => Keys(profile, Required(profile, profile.StsToken, "sts_token")),
            "EcsRamRole" => Refreshed(EcsRole.Create(environment, profile.RamRoleName, NamePrefix + "ecs_ram_role")),
            "OIDC" => Refreshed(Oidc(profile)),
            "RamRoleArn" => Refreshed(Role(profile, Keys(profile, profile.StsToken))),
            "ChainableRamRoleArn" => Refreshed(
                Role(profile, Build(Required(profile, profile.SourceProfile, "source_profile"), visited))),
            var mode => throw Bad(
                profileName, $"has the mode {CredentialsError.Shown(mode)}, which is not supported; use AK, StsToken, RamRoleArn, " +
                $"EcsRamRole, OIDC or ChainableRamRoleArn, or set {EnvironmentVariables.CliProfileDisabled}=true"),
        };
    }

    private static StaticCredentialsProvider Keys(CliProfile profile, string? token) => new(
        Required(profile, profile.AccessKeyId, "access_key_id"),
        Required(profile, profile.AccessKeySecret, "access_key_secret"),
        token,
        NamePrefix + (string.IsNullOrWhiteSpace(token) ? "static_ak" : "static_sts"));

    private OidcRoleSource Oidc(CliProfile profile) => new(
        environment,
        Sts(profile),
        Settings(profile),
        Required(profile, profile.OidcProviderArn, "oidc_provider_arn"),
        Required(profile, profile.OidcTokenFile, "oidc_token_file"),
        NamePrefix + "oidc_role_arn");

    private AssumeRoleSource Role(CliProfile profile, ICredentialsProvider with) =>
        new(environment, Sts(profile), Settings(profile), with, NamePrefix + "ram_role_arn");

    private static RoleSettings Settings(CliProfile profile) => new()
    {
        RoleArn = Required(profile, profile.RamRoleArn, "ram_role_arn"),
        SessionName = profile.RamSessionName ?? "",
        DurationSeconds = profile.ExpiredSeconds,
        Policy = profile.Policy,
        ExternalId = profile.ExternalId,
    };

    private Uri Sts(CliProfile profile) => StsEndpoint.Resolve(environment, profile.StsRegion, profile.EnableVpc);

    private RefreshingCredentialsProvider Refreshed(ICredentialsSource source) => new(source, environment.Time, environment.Logger);

    private static string Required(CliProfile profile, string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? throw Bad(profile.Name, $"lacks {field}, which the mode {profile.Mode} needs") : value;

    private static CloudException Bad(string? profile, string what) =>
        CredentialsError.NotUsable($"the profile '{profile}' of the aliyun command line tool {what}");
}
