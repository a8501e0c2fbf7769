using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>
/// Keeps temporary keys fresh: one refresh at a time, 15 minutes ahead; when it fails, the present keys are used until they expire.
/// Thread-safe.
/// </summary>
internal sealed class RefreshingCredentialsProvider(ICredentialsSource source, TimeProvider time, ILogger? logger = null)
    : ICredentialsProvider
{
    // While old keys are valid, a failing source is asked once per minute and not by every call.
    private static readonly TimeSpan RetryFailedRefresh = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly SingleFlight<CloudCredentials> _flight = new();
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
            Freshness.Due when !refreshAllowed || _flight.IsFlying => held.Credentials,
            Freshness.Due => await RefreshOrKeepAsync(held, cancellationToken),
            _ => await _flight.JoinAsync(FetchAsync, cancellationToken),
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

    private async Task<CloudCredentials> RefreshOrKeepAsync(HeldCredentials held, CancellationToken cancellationToken)
    {
        try
        {
            return await _flight.JoinAsync(FetchAsync, cancellationToken);
        }
        catch (CloudException e)
        {
            var now = time.GetUtcNow();
            lock (_lock) _noRefreshBefore = now + RetryFailedRefresh;
            if (held.FreshnessAt(now) == Freshness.Expired) throw;
            _logger.RefreshFailed(Name, e.Code, held.Credentials.Expiration);
            return held.Credentials;
        }
    }

    private async Task<CloudCredentials> FetchAsync()
    {
        var fetched = await source.FetchAsync(CancellationToken.None);
        lock (_lock) _held = new(fetched, time.GetUtcNow());
        return fetched;
    }
}
