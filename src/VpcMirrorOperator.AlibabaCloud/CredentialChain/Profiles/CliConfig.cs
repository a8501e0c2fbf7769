using System.Text.Json.Serialization;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Profiles;

/// <summary>The configuration file of the <c>aliyun</c> command line tool.</summary>
internal sealed record CliConfig
{
    public string? Current { get; init; }

    /// <summary>Without what is null.</summary>
    public IReadOnlyList<CliProfile> Profiles { get; init => field = [.. (value ?? []).OfType<CliProfile>()]; } = [];
}

/// <summary>The parts of a profile that tell how to get keys; which are used depends on <see cref="Mode"/>.</summary>
internal sealed record CliProfile
{
    public string? Name { get; init; }

    public string? Mode { get; init; }

    public string? AccessKeyId { get; init; }

    public string? AccessKeySecret { get; init; }

    public string? StsToken { get; init; }

    public string? RamRoleArn { get; init; }

    public string? RamSessionName { get; init; }

    public int ExpiredSeconds { get; init; }

    public string? RamRoleName { get; init; }

    public string? OidcTokenFile { get; init; }

    public string? OidcProviderArn { get; init; }

    public string? StsRegion { get; init; }

    public bool EnableVpc { get; init; }

    public string? Policy { get; init; }

    public string? ExternalId { get; init; }

    public string? SourceProfile { get; init; }

    /// <summary>Shows no keys, unlike the text that a record makes of itself.</summary>
    public override string ToString() => $"{Name} ({Mode})";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CliConfig))]
internal sealed partial class CliConfigJson : JsonSerializerContext;
