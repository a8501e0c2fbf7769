using System.Text.Json;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Profiles;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Places;

/// <summary>The places of the chain that are files in the user's home.</summary>
internal static class ProfilePlaces
{
    /// <summary>The profile of the <c>aliyun</c> command line tool: ALIBABA_CLOUD_PROFILE, else the file's current one.</summary>
    public static SearchResult Cli(CredentialsEnvironment environment)
    {
        if (environment.IsOn(EnvironmentVariables.CliProfileDisabled))
            return SearchResult.Nothing($"{EnvironmentVariables.CliProfileDisabled}=true");
        var path = environment.Get(EnvironmentVariables.CliConfigFile) ?? environment.InHome(".aliyun", "config.json");
        if (path is null || Read(environment, path) is not { } text)
            return SearchResult.Nothing($"no file {path ?? ".aliyun/config.json"}");

        var config = Parse(path, text);
        var name = environment.Get(EnvironmentVariables.Profile) ?? config.Current ?? "default";
        var profile = config.Profiles.FirstOrDefault(p => p.Name == name);
        if (profile is null) return SearchResult.Nothing($"{path} has no profile '{name}'");
        return IsEmpty(profile)
            ? SearchResult.Nothing($"the profile '{name}' in {path} is empty")
            : SearchResult.Configured(new CliProfileReader(environment, config).Build(name));
    }

    /// <summary>The ini file by either name: the C# library reads <c>credentials.ini</c>, the others <c>credentials</c>.</summary>
    public static SearchResult Ini(CredentialsEnvironment environment)
    {
        var section = environment.Get(EnvironmentVariables.Profile) ?? "default";
        string?[] paths = environment.Get(EnvironmentVariables.CredentialsFile) is { } path
            ? [path]
            : [environment.InHome(".alibabacloud", "credentials.ini"), environment.InHome(".alibabacloud", "credentials")];
        foreach (var file in paths.OfType<string>())
            if (Read(environment, file) is { } text && IniFile.Section(text, section) is { } keys)
                return SearchResult.Configured(new IniProfileReader(environment, file, section, keys).Build());
        return SearchResult.Nothing($"no section [{section}] in {paths[0] ?? ".alibabacloud/credentials.ini"}");
    }

    // The tool creates its first profile empty.
    private static bool IsEmpty(CliProfile profile) => profile.Mode is "AK" or "" or null
        && string.IsNullOrEmpty(profile.AccessKeyId) && string.IsNullOrEmpty(profile.AccessKeySecret);

    private static string? Read(CredentialsEnvironment environment, string path)
    {
        try
        {
            return environment.ReadFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CredentialsError.NotUsable($"{path} cannot be read", e);
        }
    }

    private static CliConfig Parse(string path, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CliConfigJson.Default.CliConfig) ?? new();
        }
        catch (JsonException e)
        {
            // Without the inner exception, whose text may quote the file.
            throw CredentialsError.NotUsable($"{path}, line {e.LineNumber + 1}: not the JSON of an aliyun configuration");
        }
    }
}
