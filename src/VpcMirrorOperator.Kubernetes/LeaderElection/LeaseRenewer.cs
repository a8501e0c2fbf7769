using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>Acquires, renews and releases the Lease: the loops of client-go's leader election and their deadlines.</summary>
internal sealed class LeaseRenewer(
    KubeClient client, LeaderElectionOptions options, TimeProvider time, Random jitter, ILogger logger, ILeaderMetrics? metrics)
{
    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(5);

    private readonly LeaseLock _lease = new(client, options, time);
    private long _renewedAt;

    /// <summary>How often the Lease has changed hands.</summary>
    public int Transitions => _lease.Transitions;

    /// <summary>Whether the last successful renewal began less than the renew deadline ago.</summary>
    public bool IsWithinDeadline => SinceRenewal < options.RenewDeadline;

    /// <summary>Whether other candidates no longer respect the last successful renewal.</summary>
    public bool IsExpired => SinceRenewal > options.LeaseDuration;

    private TimeSpan SinceRenewal => time.GetElapsedTime(Volatile.Read(ref _renewedAt));

    /// <summary>Tries until the Lease is held.</summary>
    /// <returns>False when cancelled before.</returns>
    public async Task<bool> AcquireAsync(CancellationToken cancellationToken)
    {
        logger.Waiting(options.Lease, options.Identity);
        var holder = "";
        try
        {
            while (await TryAsync(options.RenewDeadline, cancellationToken) is not LeaseState.Held)
            {
                if (_lease.Holder != holder) logger.HeldBy(options.Lease, holder = _lease.Holder);
                await Task.Delay(options.RetryPeriod * (1 + (0.2 * jitter.NextDouble())), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        logger.Acquired(options.Lease, options.Identity);
        return true;
    }

    /// <summary>Renews until cancelled.</summary>
    /// <exception cref="LeaseLostException">Another candidate holds the Lease, or it was not renewed within the deadline.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = options.RenewDeadline - SinceRenewal;
            if (left <= TimeSpan.Zero) throw Lost($"not renewed within {options.RenewDeadline}");
            await Task.Delay(left < options.RetryPeriod ? left : options.RetryPeriod, time, cancellationToken);
            left = options.RenewDeadline - SinceRenewal;
            if (left <= TimeSpan.Zero) continue;
            var state = await TryAsync(left, cancellationToken);
            if (state is LeaseState.Unknown) metrics?.RenewFailed();
            if (state is LeaseState.HeldByOther) throw Lost($"held by {_lease.Holder}");
        }
    }

    /// <summary>Gives the Lease back, so that another candidate need not wait until it expires. Failures are only logged.</summary>
    public async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(ReleaseTimeout, time);
        try
        {
            await _lease.ReleaseAsync(limit.Token);
            logger.Released(options.Lease);
        }
        catch (Exception error) when (error is KubeApiException or ConflictException or OperationCanceledException)
        {
            logger.NotReleased(options.Lease, error.Message);
        }
    }

    /// <summary>
    /// One try. It may use half of the deadline, so that a connection that hangs leaves time for another. The Lease counts as renewed from
    /// the start of the try: the clocks of other candidates may have begun then.
    /// </summary>
    private async Task<LeaseState> TryAsync(TimeSpan left, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var half = options.RenewDeadline / 2;
        using var limit = new CancellationTokenSource(left < half ? left : half, time);
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            if (!await _lease.TryAcquireOrRenewAsync(call.Token)) return LeaseState.HeldByOther;
            Volatile.Write(ref _renewedAt, started);
            return LeaseState.Held;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested
            && error is KubeApiException or ConflictException or OperationCanceledException)
        {
            logger.TryFailed(options.Lease, error is OperationCanceledException ? "no answer in time" : error.Message);
            return LeaseState.Unknown;
        }
    }

    private LeaseLostException Lost(string reason)
    {
        logger.Lost(options.Lease, reason);
        return new LeaseLostException($"Lease {options.Lease} is lost: {reason}.");
    }
}
