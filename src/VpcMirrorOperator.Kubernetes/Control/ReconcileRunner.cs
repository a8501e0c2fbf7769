using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>Runs one reconcile under its time limit and turns its end into a <see cref="ReconcileEnd"/>; never throws.</summary>
internal sealed class ReconcileRunner(IReconciler reconciler, TimeProvider time)
{
    public async ValueTask<ReconcileEnd> RunAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ControllerTimes.ReconcileTimeout, time);
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return End(await reconciler.ReconcileAsync(key, call.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new ReconcileEnd(ReconcileResult.Interrupted, Outcome.RequeueAfter(TimeSpan.Zero));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
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
        _ => new ReconcileEnd(ReconcileResult.Success, outcome),
    };
}
