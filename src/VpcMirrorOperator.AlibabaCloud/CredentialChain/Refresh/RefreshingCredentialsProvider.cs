using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>
/// Keeps temporary keys fresh: one refresh at a time, 15 minutes ahead. Nobody waits for it while the present keys are valid, however long
/// it takes and however often it fails; without valid keys, a place that failed a moment ago is not asked by every call. Thread-safe.
/// </summary>
internal sealed class RefreshingCredentialsProvider(ICredentialsSource source, TimeProvider time, ILogger? logger = null)
    : ICredentialsProvider
{
    // While old keys are valid, a failing source is asked once per minute and not by every call.
    private static readonly TimeSpan RetryFailedRefresh = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly CircuitBreaker<CloudCredentials> _source = new(time);
    private readonly Lock _lock = new();
    private HeldCredentials? _held;
    private DateTimeOffset _noRefreshBefore;

    /// <inheritdoc/>
    public string Name => source.Name;

    /// <inheritdoc/>
    public async ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (held, now, refreshAllowed) = Held();
        return held?.FreshnessAt(now) switch
        {
            Freshness.Fresh => held.Credentials,
            Freshness.Due when !refreshAllowed || _source.IsFlying => held.Credentials,
            Freshness.Due => Refresh(held),
            _ => await _source.JoinAsync(FetchAsync, cancellationToken),
        };
    }

    /// <inheritdoc/>
    public void Invalidate()
    {
        lock (_lock) _held = null;
    }

    private (HeldCredentials? Credentials, DateTimeOffset Now, bool RefreshAllowed) Held()
    {
        var now = time.GetUtcNow();
        lock (_lock) return (_held, now, now >= _noRefreshBefore);
    }

    /// <summary>Begins a refresh that nobody waits for.</summary>
    /// <returns>The present keys, or new ones if they are there at once.</returns>
    private CloudCredentials Refresh(HeldCredentials held)
    {
        _ = RefreshAsync(held);
        return (Held().Credentials ?? held).Credentials;
    }

    private async Task RefreshAsync(HeldCredentials held)
    {
        try
        {
            await _source.JoinAsync(FetchAsync, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for it. The caller who finds the keys expired fetches anew, and gets what comes of that.
        catch (Exception e)
#pragma warning restore CA1031
        {
            lock (_lock) _noRefreshBefore = time.GetUtcNow() + RetryFailedRefresh;
            _logger.RefreshFailed(Name, (e as CloudException)?.Code ?? e.GetType().Name, held.Credentials.Expiration);
        }
    }

    private async Task<CloudCredentials> FetchAsync()
    {
        var fetched = await source.FetchAsync(CancellationToken.None);
        lock (_lock) _held = new(fetched, time.GetUtcNow());
        return fetched;
    }
}
