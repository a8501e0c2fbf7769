using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>
/// What a kind of object brings to a <see cref="Controller"/>: brings the actual state of one object closer to its desired state.
/// </summary>
public interface IReconciler
{
    /// <summary>
    /// One reconcile. Level-triggered: it is told only which object, reads desired and actual state itself, and must be safe to repeat.
    /// It is never run twice at once for one key, the rest of <see cref="Outcome.GoesOn"/> included.
    /// </summary>
    /// <param name="key">The object. It may be gone by now; that is a case to handle, not an error.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the reconcile has used up its time limit, or at shutdown when the grace period is over. Not cancelled by the
    /// start of a shutdown, so a running reconcile can complete its writes.
    /// </param>
    /// <returns>What should happen to the key next.</returns>
    /// <exception cref="ConflictException">Somebody else wrote first: requeued soon, not an error.</exception>
    /// <exception cref="Exception">Anything else is <see cref="Outcome.Failed(Exception)"/>: logged, retried for ever.</exception>
    ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken);
}
