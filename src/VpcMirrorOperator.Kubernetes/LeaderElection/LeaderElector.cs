using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>
/// Lets one of several processes lead, by a Lease as client-go uses it. Failures are retried within the renew deadline, so that a dropped
/// connection does not cost the leadership; a lost Lease ends the process; a stop releases the Lease at once.
/// </summary>
public sealed class LeaderElector
{
    private readonly LeaseRenewer _renewer;
    private readonly ILeaderMetrics? _metrics;
    private volatile bool _leading;

    /// <summary>A candidate that does not run yet.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of all waits and deadlines.</param>
    /// <param name="jitter">Seeded source of jitter; from here on used by this candidate alone.</param>
    /// <param name="logger">Log.</param>
    /// <param name="metrics">Counts; null for nobody.</param>
    /// <exception cref="ArgumentException">The identity is empty.</exception>
    public LeaderElector(
        KubeClient client, LeaderElectionOptions options, TimeProvider time, Random jitter, ILogger logger, ILeaderMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Identity);
        _metrics = metrics;
        _renewer = new LeaseRenewer(client, options, time, jitter, logger, metrics);
    }

    /// <summary>
    /// Whether this process leads, by its own clock: it acquired the Lease, and began the last successful renewal less than the renew
    /// deadline ago. Ask again right before anything that only the leader may do.
    /// </summary>
    public bool IsLeader => _leading && _renewer.IsWithinDeadline;

    /// <summary>
    /// The term of this leader: how often the Lease has changed hands (<c>leaseTransitions</c>). It fences what one leader writes against
    /// the next.
    /// </summary>
    public long Term => _renewer.Transitions;

    /// <summary>For liveness: leads, but has not renewed for longer than other candidates respect the Lease.</summary>
    public bool IsOverdue => _leading && _renewer.IsExpired;

    /// <summary>
    /// Waits for the Lease, then runs <paramref name="lead"/> and renews meanwhile, also while it ends after
    /// <paramref name="cancellationToken"/> was cancelled. When it has ended, the Lease is released.
    /// </summary>
    /// <param name="lead">The leader's work. Its token is cancelled by <paramref name="cancellationToken"/> and by a lost Lease.</param>
    /// <param name="cancellationToken">Ends the wait, or the leadership.</param>
    /// <returns>
    /// A task that ends when the work has ended, with its exception if it has one; or at the cancellation, if it never led.
    /// </returns>
    /// <exception cref="LeaseLostException">
    /// Thrown at once, without waiting for the work to end, because the only safe thing to do now is to end the process.
    /// </exception>
    public async Task RunAsync(Func<CancellationToken, Task> lead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (!await _renewer.AcquireAsync(cancellationToken)) return;
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var renewing = new CancellationTokenSource();
        SetLeading(true);
        var working = WorkAsync(lead, work.Token);
        var renewal = _renewer.RenewAsync(renewing.Token);
        var first = await Task.WhenAny(working, renewal);
        renewing.Cancel();
        SetLeading(false);
        if (first == renewal)
        {
            work.Cancel();
            await renewal;
        }

        await StoppedAsync(renewal);
        await _renewer.ReleaseAsync();
        await working;
    }

    /// <summary>Turns what is thrown before the first await into the task's exception too, so that the Lease is released then.</summary>
    private static async Task WorkAsync(Func<CancellationToken, Task> lead, CancellationToken cancellationToken) =>
        await lead(cancellationToken);

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
            // Lost at the very end: the work is done, and the release finds out who holds it.
        }
    }

    private void SetLeading(bool value)
    {
        _leading = value;
        _metrics?.Leading(value);
    }
}
