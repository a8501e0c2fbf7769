using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Places;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain;

/// <summary>
/// Finds credentials in the order of the official libraries: environment, OIDC (RRSA), command line profile, ini profile, ECS RAM
/// role, credentials URI. The first place where something is configured is used for good. Unlike those libraries, a configured
/// place that fails is an error and not skipped: going on would act with the rights of another identity.
/// </summary>
public sealed class DefaultCredentialsChain(CredentialsEnvironment environment) : ICredentialsProvider
{
    private static readonly (string Title, Func<CredentialsEnvironment, SearchResult> Find)[] Places =
    [
        ("environment", EnvironmentPlaces.Keys),
        ("OIDC", EnvironmentPlaces.Oidc),
        ("command line profile", ProfilePlaces.Cli),
        ("ini profile", ProfilePlaces.Ini),
        ("ECS RAM role", EnvironmentPlaces.Ecs),
        ("credentials URI", EnvironmentPlaces.CredentialsUri),
    ];

    private readonly ILogger _logger = environment.Logger ?? NullLogger.Instance;
    private readonly CircuitBreaker<ICredentialsProvider> _search = new(environment.Time);
    private volatile ICredentialsProvider? _chosen;

    /// <summary>Name of the provider that was found; <c>default</c> before.</summary>
    public string Name => _chosen?.Name ?? "default";

    /// <inheritdoc/>
    public async ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken)
    {
        var provider = _chosen ?? await _search.JoinAsync(SearchAsync, cancellationToken);
        return await provider.GetAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Invalidate() => _chosen?.Invalidate();

    private async Task<ICredentialsProvider> SearchAsync()
    {
        List<string> tried = [];
        foreach (var (title, find) in Places)
        {
            var finding = find(environment);
            var problem = finding.Provider is null ? finding.Note : await ProblemAsync(finding);
            if (problem is null) return Choose(finding.Provider!);
            tried.Add($"{title}: {problem}");
        }
        throw CredentialsError.NotUsable(
            $"nothing is configured ({string.Join("; ", tried)}). Set {EnvironmentVariables.AccessKeyId} and " +
            $"{EnvironmentVariables.AccessKeySecret}, or run 'aliyun configure', or in ACK give the service account a RAM role (RRSA)");
    }

    // A guess is tried at once, and left for the next place when it gives no keys.
    private static async Task<string?> ProblemAsync(SearchResult finding)
    {
        if (!finding.IsGuess) return null;
        try
        {
            await finding.Provider!.GetAsync(CancellationToken.None);
            return null;
        }
        catch (CloudException e)
        {
            return e.Detail;
        }
    }

    private ICredentialsProvider Choose(ICredentialsProvider provider)
    {
        _logger.Chosen(provider.Name);
        return _chosen = provider;
    }
}
