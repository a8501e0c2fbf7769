using System.Globalization;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>
/// The loop of an operator: takes keys from the queue, lets the reconciler look at them, and puts them back as the outcome says.
/// </summary>
/// <remarks>
/// Who wants a key looked at adds it to the queue: an informer, a timer, a user's request. The controller only ever takes.
/// </remarks>
public sealed class Controller
{
    private readonly string name;
    private readonly WorkQueue<ObjectKey> queue;
    private readonly PassRunner passes;
    private readonly ControllerOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly IControllerMetrics? metrics;
    private long lastReconcileId;

    /// <summary>A controller that does not run yet.</summary>
    /// <param name="name">Short name for logs and metrics, for example <c>trafficmirrorsession</c>.</param>
    /// <param name="queue">Where the keys come from. Shared with whoever adds keys; the controller does not shut it down.</param>
    /// <param name="reconciler">What to do with a key.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of the time limits.</param>
    /// <param name="logger">Log.</param>
    /// <param name="metrics">Who counts the passes, if anybody.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one worker.</exception>
    public Controller(
        string name,
        WorkQueue<ObjectKey> queue,
        IReconciler reconciler,
        ControllerOptions options,
        TimeProvider time,
        ILogger logger,
        IControllerMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        (this.name, this.queue, this.options, this.time, this.logger, this.metrics) = (name, queue, options, time, logger, metrics);
        passes = new PassRunner(reconciler, options, time);
    }

    /// <summary>
    /// Runs the workers. Shutdown has two steps. First, when <paramref name="ct"/> is cancelled, no new key is taken, and passes
    /// under way go on undisturbed: their token is another one. Second, after <see cref="ControllerOptions.ShutdownGrace"/> their
    /// token is cancelled too. The task ends when the last pass has ended, so a pass that ignores its token holds it up; the host's own
    /// shutdown time-out is the bound for that.
    /// </summary>
    /// <param name="ct">Begins the shutdown. To stop at once, for example when a lease is lost, end the process instead.</param>
    /// <returns>
    /// A task that ends without an exception after a shutdown, or when the queue is shut down and drained. It fails only on a defect of
    /// the runtime itself; the other workers are then shut down as above.
    /// </returns>
    public async Task RunAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var stopNow = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var grace = stop.Token.Register(() => BeginGrace(stopNow));
        logger.Starting(name, options.Workers);
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => WorkAsync(stop, stopNow.Token)));
        logger.Stopped(name);
    }

    private void BeginGrace(CancellationTokenSource stopNow)
    {
        logger.Stopping(name, options.ShutdownGrace);
        stopNow.CancelAfter(options.ShutdownGrace);
    }

    private async Task WorkAsync(CancellationTokenSource stop, CancellationToken stopNow)
    {
        // Passes may complete without ever waiting; without this the first worker would drain the queue inside RunAsync's caller.
        await Task.Yield();
        try
        {
            while (true) await PassAsync(await queue.TakeAsync(stop.Token), stopNow);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (WorkQueueClosedException)
        {
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    private async Task PassAsync(ObjectKey key, CancellationToken stopNow)
    {
        using var scope = logger.BeginPass(name, key, NextReconcileId());
        var started = time.GetTimestamp();
        metrics?.PassStarted();
        var end = await passes.RunAsync(key, stopNow);
        var took = time.GetElapsedTime(started);
        metrics?.PassEnded(end.Result, took);
        Requeue(key, end, took);
        queue.Done(key);
    }

    private void Requeue(ObjectKey key, PassEnd end, TimeSpan took)
    {
        if (end.Outcome is Outcome.Failure failure)
        {
            logger.PassFailed(failure.Error, key, end.Result, failure.Reason, queue.AddRateLimited(key));
            return;
        }

        // A conflict or an interruption says nothing about the object: its failures stay as they were.
        if (end.Result is PassResult.Success or PassResult.RequeueAfter) queue.Forget(key);
        if (end.Outcome is Outcome.Requeue again) queue.AddAfter(key, again.After);
        if (end.Result is PassResult.Interrupted) logger.PassInterrupted(key, took);
        else logger.PassEnded(key, end.Result, took);
    }

    private string NextReconcileId() =>
        options.InstancePrefix + Interlocked.Increment(ref lastReconcileId).ToString("x", CultureInfo.InvariantCulture);
}
