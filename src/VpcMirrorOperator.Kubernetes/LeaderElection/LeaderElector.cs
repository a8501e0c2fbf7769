using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>
/// Lets one of several processes lead, by a Lease as client-go uses it. Failures are repeated within the deadline, so that a dropped
/// connection does not cost the leadership; a loss ends the process; a stop hands the Lease over at once.
/// </summary>
public sealed class LeaderElector
{
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(5);

    private readonly LeaseLock _lease;
    private readonly LeaderElectionOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _jitter;
    private readonly ILogger _logger;
    private readonly ILeaderMetrics? _metrics;
    private long _renewed;
    private volatile bool _leading;

    /// <summary>A candidate that does not run yet.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of everything.</param>
    /// <param name="jitter">Seeded source of jitter; from here on used by this candidate alone.</param>
    /// <param name="logger">Log.</param>
    /// <param name="metrics">Who counts, if anybody.</param>
    /// <exception cref="ArgumentException">The times do not fit together.</exception>
    public LeaderElector(
        KubeClient client, LeaderElectionOptions options, TimeProvider time, Random jitter, ILogger logger, ILeaderMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _time, _jitter, _logger, _metrics) = (options, time, jitter, logger, metrics);
        _lease = new LeaseLock(client, options, time);
    }

    /// <summary>
    /// Whether this process leads, by its own clock: it acquired the Lease, and began the last good renewal less than the renew deadline
    /// ago. To be asked again right before anything that only the leader may do.
    /// </summary>
    public bool IsLeader => _leading && SinceRenewal < _options.RenewDeadline;

    /// <summary>For liveness: leads, but has not renewed for longer than others respect the Lease.</summary>
    public bool IsOverdue => _leading && SinceRenewal > _options.LeaseDuration;

    private TimeSpan SinceRenewal => _time.GetElapsedTime(Volatile.Read(ref _renewed));

    /// <summary>
    /// Waits for the Lease, then runs <paramref name="lead"/> and renews meanwhile, also while it comes to its end after
    /// <paramref name="cancellationToken"/> was cancelled. When it has ended, the Lease is released.
    /// </summary>
    /// <param name="lead">The leader's work. Its token is cancelled by <paramref name="cancellationToken"/> and by a loss.</param>
    /// <param name="cancellationToken">Ends the wait, or the leadership.</param>
    /// <returns>A task that ends when the work has ended, with its exception if it has one; or at the cancellation, if it never led.</returns>
    /// <exception cref="LeaseLostException">
    /// Thrown at once, without waiting for the work to end, because the only safe thing to do now is to end the process.
    /// </exception>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (!await AcquireAsync(cancellationToken)) return;
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var renewing = new CancellationTokenSource();
        Lead(true);
        var working = WorkAsync(lead, work.Token);
        var renewal = RenewAsync(renewing.Token);
        var first = await Task.WhenAny(working, renewal);
        renewing.Cancel();
        Lead(false);
        if (first == renewal)
        {
            work.Cancel();
            await renewal;
        }

        await StoppedAsync(renewal);
        await ReleaseAsync();
        await working;
    }

    /// <summary>Also turns what is thrown before the first wait into the task's exception, so that the Lease is released then too.</summary>
    private static async Task WorkAsync(Func<CancellationToken, Task> lead, CancellationToken cancellationToken) => await lead(cancellationToken);

    private static async Task StoppedAsync(Task renewal)
    {
        try
        {
            await renewal;
        }
        catch (OperationCanceledException)
        {
        }
        catch (LeaseLostException)
        {
            // Lost at the very end: the work is done, and the release notices whose it is.
        }
    }

    private async Task<bool> AcquireAsync(CancellationToken cancellationToken)
    {
        _logger.Waiting(_options.Lease, _options.Identity);
        var holder = "";
        try
        {
            while (await TryAsync(_options.RenewDeadline, cancellationToken) is not LeaseState.Held)
            {
                if (_lease.Holder != holder) _logger.HeldBy(_options.Lease, holder = _lease.Holder);
                await Task.Delay(_options.RetryPeriod * (1 + (0.2 * _jitter.NextDouble())), _time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        _logger.Acquired(_options.Lease, _options.Identity);
        return true;
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = _options.RenewDeadline - SinceRenewal;
            if (left <= TimeSpan.Zero) throw Lost($"not renewed within {_options.RenewDeadline}");
            await Task.Delay(left < _options.RetryPeriod ? left : _options.RetryPeriod, _time, cancellationToken);
            left = _options.RenewDeadline - SinceRenewal;
            if (left > TimeSpan.Zero && await TryAsync(left, cancellationToken) is LeaseState.HeldByOther)
                throw Lost($"held by {_lease.Holder}");
        }
    }

    /// <summary>
    /// One try. It may use half of the deadline, so that a connection that hangs leaves time for another. What is held counts from the
    /// start of the try: the others' clocks may have begun then.
    /// </summary>
    private async Task<LeaseState> TryAsync(TimeSpan left, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var half = _options.RenewDeadline / 2;
        using var limit = new CancellationTokenSource(left < half ? left : half, _time);
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            if (!await _lease.TryAcquireOrRenewAsync(call.Token)) return LeaseState.HeldByOther;
            Volatile.Write(ref _renewed, started);
            return LeaseState.Held;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is KubeApiException or ConflictException or OperationCanceledException)
        {
            _logger.TryFailed(_options.Lease, error is OperationCanceledException ? "no answer in time" : error.Message);
            if (_leading) _metrics?.RenewFailed();
            return LeaseState.Unknown;
        }
    }

    private LeaseLostException Lost(string reason)
    {
        _logger.Lost(_options.Lease, reason);
        return new LeaseLostException($"Lease {_options.Lease} is lost: {reason}.");
    }

    private async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(ReleaseLimit, _time);
        try
        {
            await _lease.ReleaseAsync(limit.Token);
            _logger.Released(_options.Lease);
        }
        catch (Exception error) when (error is KubeApiException or ConflictException or OperationCanceledException)
        {
            _logger.NotReleased(_options.Lease, error.Message);
        }
    }

    private void Lead(bool value)
    {
        _leading = value;
        _metrics?.Leading(value);
    }
}
