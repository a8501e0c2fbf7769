using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;

/// <summary>Everything that finding credentials reads from outside, so that a test needs no real environment.</summary>
public sealed record CredentialsEnvironment
{
    /// <summary>Value of an environment variable; null or empty when not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Where the profile folders are; null when there is no home.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>
    /// Text of a file; null when it does not exist. May throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
    /// </summary>
    public required Func<string, string?> ReadFile { get; init; }

    /// <summary>For calls to STS, the metadata service and the credentials URI. Not owned.</summary>
    public required HttpMessageInvoker Http { get; init; }

    /// <summary>Clock of expiry and time limits.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Nonces of signed STS calls.</summary>
    public required INonceSource Nonces { get; init; }

    /// <summary>The metadata service of an ECS instance; constant in the cloud, another one in tests.</summary>
    public Uri MetadataAddress { get; init; } = new("http://100.100.100.200/");

    /// <summary>Told about refreshes that fail while old keys are still valid.</summary>
    public ILogger? Logger { get; init; }

    /// <summary>The environment of this process.</summary>
    public static CredentialsEnvironment OfProcess(
        HttpMessageInvoker http, TimeProvider time, INonceSource nonces, ILogger? logger = null) => new()
        {
            Variable = Environment.GetEnvironmentVariable,
            HomeDirectory = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ReadFile = path => File.Exists(path) ? File.ReadAllText(path) : null,
            Http = http,
            Time = time,
            Nonces = nonces,
            Logger = logger,
        };

    /// <summary>A variable's trimmed value; null when it is not set or blank.</summary>
    internal string? Get(string variable) => Variable(variable)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Whether a switch is on, in the way of the SDKs: <c>true</c> in any case.</summary>
    internal bool IsOn(string variable) => "true".Equals(Get(variable), StringComparison.OrdinalIgnoreCase);

    /// <summary>A file below the home folder; null without a home.</summary>
    internal string? InHome(string folder, string file) =>
        string.IsNullOrEmpty(HomeDirectory) ? null : Path.Combine(HomeDirectory, folder, file);
}
