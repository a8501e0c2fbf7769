using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>How one reconcile ended, in as much detail as the <c>controller_runtime_reconcile_*</c> metrics need it.</summary>
public enum ReconcileResult
{
    /// <summary><see cref="Outcome.Done"/>.</summary>
    Success,

    /// <summary><see cref="Outcome.RequeueAfter"/>.</summary>
    RequeueAfter,

    /// <summary><see cref="Outcome.WaitFor"/>.</summary>
    Waiting,

    /// <summary><see cref="ConflictException"/>: a requeue, not an error.</summary>
    Conflict,

    /// <summary><see cref="Outcome.Failed(string)"/> was returned.</summary>
    Failed,

    /// <summary>An exception came out of the reconciler.</summary>
    Thrown,

    /// <summary>The reconcile reached its time limit of 2 minutes.</summary>
    TimedOut,

    /// <summary>Cancelled by shutdown after the grace period; not an error of the object.</summary>
    Interrupted,
}
