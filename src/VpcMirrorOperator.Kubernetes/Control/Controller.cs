using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>
/// The loop of an operator: takes keys from the queue, has them reconciled, and puts them back as the outcome says.
/// </summary>
/// <remarks>
/// Whoever wants an object reconciled adds its key to the queue: an informer, a timer, a user's request. The controller only gets.
/// </remarks>
public sealed class Controller
{
    private readonly string _name;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly ReconcileRunner _runner;
    private readonly ControllerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly IControllerMetrics? _metrics;
    private readonly List<Task> _rests = [];
    private long _lastReconcileId;

    /// <summary>A controller that does not run yet.</summary>
    /// <param name="name">Short name for logs and metrics, for example <c>trafficmirrorsession</c>.</param>
    /// <param name="queue">Where the keys come from. Shared with whoever adds keys; the controller does not shut it down.</param>
    /// <param name="reconciler">What to do with a key.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of the time limits.</param>
    /// <param name="logger">Log.</param>
    /// <param name="metrics">Counts the reconciles; null for nobody.</param>
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
        (_name, _queue, _options, _time, _logger, _metrics) = (name, queue, options, time, logger, metrics);
        _runner = new ReconcileRunner(reconciler, time);
    }

    /// <summary>
    /// Runs the workers. Shutdown has two steps. First, when <paramref name="cancellationToken"/> is cancelled, no new key is taken, and
    /// running reconciles go on undisturbed: their token is another one. Second, after 20 s their
    /// token is cancelled too. The task ends when the last reconcile has ended, so one that ignores its token delays it; the host's own
    /// shutdown time-out is the bound for that.
    /// </summary>
    /// <param name="cancellationToken">
    /// Begins the shutdown. To stop at once, for example when a lease is lost, end the process instead.
    /// </param>
    /// <returns>
    /// A task that ends without an exception after a shutdown, or when the queue is shut down and drained. It fails only on a defect of
    /// the runtime itself; the other workers are then shut down as above.
    /// </returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var stopNow = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        await using var grace = stop.Token.Register(() => BeginGrace(stopNow));
        _logger.Starting(_name, _options.Workers);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(_ => WorkAsync(stop, stopNow.Token)));
        }
        finally
        {
            await Task.WhenAll(OpenRests());
        }

        _logger.Stopped(_name);
    }

    private void BeginGrace(CancellationTokenSource stopNow)
    {
        _logger.Stopping(_name, ControllerTimes.ShutdownGrace);
        stopNow.CancelAfter(ControllerTimes.ShutdownGrace);
    }

    private async Task WorkAsync(CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        // Reconciles may complete without ever waiting; without this the first worker would drain the queue inside RunAsync's caller.
        await Task.Yield();
        try
        {
            while (true) await ReconcileAsync(await _queue.GetAsync(stop.Token), stop, cancellationToken);
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

    private async Task ReconcileAsync(ObjectKey key, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        using var scope = _logger.BeginScope(
            new ReconcileScope(_name, key, _options.InstancePrefix, Interlocked.Increment(ref _lastReconcileId)));
        var started = _time.GetTimestamp();
        _metrics?.ReconcileStarted();
        var end = await _runner.RunAsync(key, cancellationToken);
        _metrics?.WorkerFreed();
        if (end.Rest is null) End(key, end, started);
        else Follow(FinishAsync(key, end.Rest, started, stop));
    }

    private async Task FinishAsync(ObjectKey key, Task<ReconcileEnd> rest, long started, CancellationTokenSource stop)
    {
        try
        {
            End(key, await rest, started);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    /// <summary>Keeps what goes on without a worker, so that a shutdown waits for it and a defect is not lost.</summary>
    private void Follow(Task rest)
    {
        lock (_rests)
        {
            _rests.RemoveAll(static task => task.IsCompletedSuccessfully);
            _rests.Add(rest);
        }
    }

    private Task[] OpenRests()
    {
        lock (_rests) return [.. _rests];
    }

    private void End(ObjectKey key, ReconcileEnd end, long started)
    {
        var took = _time.GetElapsedTime(started);
        _metrics?.ReconcileEnded(end.Result, took);
        Requeue(key, end, took);
        _queue.Done(key);
    }

    private void Requeue(ObjectKey key, ReconcileEnd end, TimeSpan took)
    {
        if (end.Outcome is Outcome.Failure failure)
        {
            _logger.ReconcileFailed(failure.Error, key, end.Result, failure.Reason, _queue.AddRateLimited(key));
            return;
        }

        // A wait, a conflict or an interruption says nothing about the object: its failures stay as they were.
        if (end.Result is ReconcileResult.Success or ReconcileResult.RequeueAfter) _queue.Forget(key);
        if (end.Outcome is Outcome.Requeue { IsCheck: true } check) _queue.AddLowPriorityAfter(key, check.After);
        else if (end.Outcome is Outcome.Requeue again) _queue.AddAfter(key, again.After);
        else if (end.Outcome is Outcome.Waiting waiting) _queue.ResumeAfter(key, waiting.AtMost);
        if (end.Result is ReconcileResult.Interrupted) _logger.ReconcileInterrupted(key, took);
        else _logger.ReconcileEnded(key, end.Result, took);
    }
}
