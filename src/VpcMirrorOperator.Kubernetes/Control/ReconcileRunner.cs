using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>Runs one reconcile under its time limit and turns its end into a <see cref="ReconcileEnd"/>; never throws.</summary>
internal sealed class ReconcileRunner(IReconciler reconciler, TimeProvider time)
{
    private readonly ReconcileLimits.Pool _limits = new(time);

    /// <summary>Runs the part that needs a worker. The rest, if there is one, has what is left of the time limit.</summary>
    public async ValueTask<ReconcileEnd> RunAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var limits = _limits.Begin(cancellationToken);
        var end = await EndAsync(key, null, limits);
        if (end.Outcome is Outcome.Continuing going) return end with { Rest = FinishAsync(key, going, limits) };
        _limits.End(limits);
        return end;
    }

    private async Task<ReconcileEnd> FinishAsync(ObjectKey key, Outcome.Continuing going, ReconcileLimits limits)
    {
        var end = await EndAsync(key, going.Rest, limits);
        while (end.Outcome is Outcome.Continuing more) end = await EndAsync(key, more.Rest, limits);
        _limits.End(limits);
        return end;
    }

    /// <param name="key">The object.</param>
    /// <param name="rest">What is under way already; null to begin.</param>
    /// <param name="limits">End both.</param>
    private async ValueTask<ReconcileEnd> EndAsync(ObjectKey key, Task<Outcome>? rest, ReconcileLimits limits)
    {
        try
        {
            return End(rest is null ? await reconciler.ReconcileAsync(key, limits.Token) : await rest);
        }
        catch (OperationCanceledException) when (limits.IsStopped)
        {
            return new ReconcileEnd(ReconcileResult.Interrupted, Outcome.RequeueAfter(TimeSpan.Zero));
        }
        catch (OperationCanceledException) when (limits.IsUsedUp)
        {
            var reason = $"The reconcile took longer than {ControllerTimes.ReconcileTimeout}.";
            return new ReconcileEnd(ReconcileResult.TimedOut, Outcome.Failed(reason));
        }
        catch (ConflictException)
        {
            return new ReconcileEnd(ReconcileResult.Conflict, Outcome.RequeueAfter(ControllerTimes.ConflictDelay));
        }
        catch (Exception error)
        {
            return new ReconcileEnd(ReconcileResult.Thrown, Outcome.Failed(error));
        }
    }

    private static ReconcileEnd End(Outcome outcome) => outcome switch
    {
        Outcome.Failure => new ReconcileEnd(ReconcileResult.Failed, outcome),
        Outcome.Requeue => new ReconcileEnd(ReconcileResult.RequeueAfter, outcome),
        Outcome.Waiting => new ReconcileEnd(ReconcileResult.Waiting, outcome),
        _ => new ReconcileEnd(ReconcileResult.Success, outcome),
    };
}
