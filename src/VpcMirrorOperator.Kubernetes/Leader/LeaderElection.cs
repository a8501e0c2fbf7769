using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Api;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kubernetes.Leader;

/// <summary>
/// Lets one of several processes lead, by a Lease as client-go uses it. Failures are repeated within the deadline, so that a dropped
/// connection does not cost the leadership; a loss ends the process; a stop hands the Lease over at once.
/// </summary>
public sealed class LeaderElection
{
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(5);

    private readonly LeaseLock lease;
    private readonly LeaderElectionOptions options;
    private readonly TimeProvider time;
    private readonly Random jitter;
    private readonly ILogger logger;
    private readonly ILeaderMetrics? metrics;
    private long renewed;
    private volatile bool leading;

    /// <summary>A candidate that does not run yet.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of everything.</param>
    /// <param name="jitter">Seeded source of jitter; from here on used by this candidate alone.</param>
    /// <param name="logger">Log.</param>
    /// <param name="metrics">Who counts, if anybody.</param>
    /// <exception cref="ArgumentException">The times do not fit together.</exception>
    public LeaderElection(
        KubeClient client, LeaderElectionOptions options, TimeProvider time, Random jitter, ILogger logger, ILeaderMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (this.options, this.time, this.jitter, this.logger, this.metrics) = (options, time, jitter, logger, metrics);
        lease = new LeaseLock(client, options, time);
    }

    /// <summary>
    /// Whether this process leads, by its own clock: it acquired the Lease, and began the last good renewal less than the renew deadline
    /// ago. To be asked again right before anything that only the leader may do.
    /// </summary>
    public bool IsLeader => leading && SinceRenewal < options.RenewDeadline;

    /// <summary>For liveness: leads, but has not renewed for longer than others respect the Lease.</summary>
    public bool IsOverdue => leading && SinceRenewal > options.LeaseDuration;

    private TimeSpan SinceRenewal => time.GetElapsedTime(Volatile.Read(ref renewed));

    /// <summary>
    /// Waits for the Lease, then runs <paramref name="lead"/> and renews meanwhile, also while it comes to its end after
    /// <paramref name="ct"/> was cancelled. When it has ended, the Lease is released.
    /// </summary>
    /// <param name="lead">The leader's work. Its token is cancelled by <paramref name="ct"/> and by a loss.</param>
    /// <param name="ct">Ends the wait, or the leadership.</param>
    /// <returns>A task that ends when the work has ended, with its exception if it has one; or at the cancellation, if it never led.</returns>
    /// <exception cref="LeaseLostException">
    /// Thrown at once, without waiting for the work to end, because the only safe thing to do now is to end the process.
    /// </exception>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (!await AcquireAsync(ct)) return;
        using var work = CancellationTokenSource.CreateLinkedTokenSource(ct);
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
    private static async Task WorkAsync(Func<CancellationToken, Task> lead, CancellationToken ct) => await lead(ct);

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

    private async Task<bool> AcquireAsync(CancellationToken ct)
    {
        logger.Waiting(options.Lease, options.Identity);
        var holder = "";
        try
        {
            while (await TryAsync(options.RenewDeadline, ct) is not Hold.Ours)
            {
                if (lease.Holder != holder) logger.HeldBy(options.Lease, holder = lease.Holder);
                await Task.Delay(options.RetryPeriod * (1 + (0.2 * jitter.NextDouble())), time, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }

        logger.Acquired(options.Lease, options.Identity);
        return true;
    }

    private async Task RenewAsync(CancellationToken ct)
    {
        while (true)
        {
            var left = options.RenewDeadline - SinceRenewal;
            if (left <= TimeSpan.Zero) throw Lost($"not renewed within {options.RenewDeadline}");
            await Task.Delay(left < options.RetryPeriod ? left : options.RetryPeriod, time, ct);
            left = options.RenewDeadline - SinceRenewal;
            if (left > TimeSpan.Zero && await TryAsync(left, ct) is Hold.Others)
                throw Lost($"held by {lease.Holder}");
        }
    }

    /// <summary>
    /// One try. It may use half of the deadline, so that a connection that hangs leaves time for another. What is held counts from the
    /// start of the try: the others' clocks may have begun then.
    /// </summary>
    private async Task<Hold> TryAsync(TimeSpan left, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var half = options.RenewDeadline / 2;
        using var limit = new CancellationTokenSource(left < half ? left : half, time);
        using var call = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            if (!await lease.TryHoldAsync(call.Token)) return Hold.Others;
            Volatile.Write(ref renewed, started);
            return Hold.Ours;
        }
        catch (Exception error) when (!ct.IsCancellationRequested && error is KubeApiException or ConflictException or OperationCanceledException)
        {
            logger.TryFailed(options.Lease, error is OperationCanceledException ? "no answer in time" : error.Message);
            if (leading) metrics?.RenewFailed();
            return Hold.Unknown;
        }
    }

    private LeaseLostException Lost(string reason)
    {
        logger.Lost(options.Lease, reason);
        return new LeaseLostException($"Lease {options.Lease} is lost: {reason}.");
    }

    private async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(ReleaseLimit, time);
        try
        {
            await lease.ReleaseAsync(limit.Token);
            logger.Released(options.Lease);
        }
        catch (Exception error) when (error is KubeApiException or ConflictException or OperationCanceledException)
        {
            logger.NotReleased(options.Lease, error.Message);
        }
    }

    private void Lead(bool value)
    {
        leading = value;
        metrics?.Leading(value);
    }
}
