using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>Runs one pass under its time limit and turns whatever happens into a <see cref="PassEnd"/>; never throws.</summary>
internal sealed class PassRunner(IReconciler reconciler, ControllerOptions options, TimeProvider time)
{
    public async ValueTask<PassEnd> RunAsync(ObjectKey key, CancellationToken stopNow)
    {
        using var limit = new CancellationTokenSource(options.PassTimeLimit, time);
        using var pass = CancellationTokenSource.CreateLinkedTokenSource(stopNow, limit.Token);
        try
        {
            return End(await reconciler.ReconcileAsync(key, pass.Token));
        }
        catch (OperationCanceledException) when (stopNow.IsCancellationRequested)
        {
            return new PassEnd(PassResult.Interrupted, Outcome.Again(TimeSpan.Zero));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new PassEnd(PassResult.TimedOut, Outcome.Failed($"The pass took longer than {options.PassTimeLimit}."));
        }
        catch (ConflictException)
        {
            return new PassEnd(PassResult.Conflict, Outcome.Again(options.ConflictDelay));
        }
        catch (Exception error)
        {
            return new PassEnd(PassResult.Thrown, Outcome.Failed(error));
        }
    }

    private static PassEnd End(Outcome outcome) => outcome switch
    {
        Outcome.Failure => new PassEnd(PassResult.Failed, outcome),
        Outcome.Requeue => new PassEnd(PassResult.RequeueAfter, outcome),
        _ => new PassEnd(PassResult.Success, outcome),
    };
}
