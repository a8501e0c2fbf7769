using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Roles;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.Sts;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Places;

/// <summary>The places of the chain that environment variables alone describe.</summary>
internal static class EnvironmentPlaces
{
    /// <summary>Keys in the environment.</summary>
    public static SearchResult Keys(CredentialsEnvironment environment)
    {
        var id = environment.Get(EnvironmentVariables.AccessKeyId);
        var secret = environment.Get(EnvironmentVariables.AccessKeySecret);
        if (id is null && secret is null) return SearchResult.Nothing($"{EnvironmentVariables.AccessKeyId} is not set");
        if (id is null || secret is null)
            throw CredentialsError.NotUsable(
                $"{EnvironmentVariables.AccessKeyId} and {EnvironmentVariables.AccessKeySecret} must be set both or not at all");
        return SearchResult.Configured(
            new StaticCredentialsProvider(id, secret, environment.Get(EnvironmentVariables.SecurityToken), "default/env"));
    }

    /// <summary>A service account token (RRSA), as the ACK pod identity webhook injects it.</summary>
    public static SearchResult Oidc(CredentialsEnvironment environment)
    {
        var role = environment.Get(EnvironmentVariables.RoleArn);
        var provider = environment.Get(EnvironmentVariables.OidcProviderArn);
        var file = environment.Get(EnvironmentVariables.OidcTokenFile);
        if (role is null || provider is null || file is null)
            return SearchResult.Nothing(
                $"{EnvironmentVariables.RoleArn}, {EnvironmentVariables.OidcProviderArn} and " +
                $"{EnvironmentVariables.OidcTokenFile} are not all set");
        var settings = new RoleSettings { RoleArn = role, SessionName = environment.Get(EnvironmentVariables.RoleSessionName) ?? "" };
        var sts = StsEndpoint.Resolve(environment);
        return Configured(environment, new OidcRoleSource(environment, sts, settings, provider, file, "default/oidc_role_arn"));
    }

    /// <summary>The role of the instance: a guess, unless its name is given.</summary>
    public static SearchResult Ecs(CredentialsEnvironment environment)
    {
        if (environment.IsOn(EnvironmentVariables.EcsMetadataDisabled))
            return SearchResult.Nothing($"{EnvironmentVariables.EcsMetadataDisabled}=true");
        var role = environment.Get(EnvironmentVariables.EcsMetadata);
        var found = Configured(environment, EcsRole.Create(environment, role, "default/ecs_ram_role"));
        return found with { IsGuess = role is null };
    }

    /// <summary>An address that gives keys.</summary>
    public static SearchResult CredentialsUri(CredentialsEnvironment environment)
    {
        if (environment.Get(EnvironmentVariables.CredentialsUri) is not { } text)
            return SearchResult.Nothing($"{EnvironmentVariables.CredentialsUri} is not set");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw CredentialsError.NotUsable($"{EnvironmentVariables.CredentialsUri} is not an http or https address");
        if (uri.Host != environment.MetadataAddress.Host) RequireSafe(uri);
        return Configured(environment, new CredentialsUriSource(environment, uri, "default/credentials_uri"));
    }

    private static void RequireSafe(Uri uri)
    {
        try
        {
            EndpointAddress.RequireSafe(uri);
        }
        catch (ArgumentException e)
        {
            throw CredentialsError.NotUsable($"{EnvironmentVariables.CredentialsUri}: {e.Message}", e);
        }
    }

    private static SearchResult Configured(CredentialsEnvironment environment, ICredentialsSource source) =>
        SearchResult.Configured(new RefreshingCredentialsProvider(source, environment.Time, environment.Logger));
}
