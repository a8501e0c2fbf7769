using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>How one pass ended, as fine as the <c>controller_runtime_reconcile_*</c> metrics need it.</summary>
public enum PassResult
{
    /// <summary><see cref="Outcome.Done"/>.</summary>
    Success,

    /// <summary><see cref="Outcome.Again"/>.</summary>
    RequeueAfter,

    /// <summary><see cref="ConflictException"/>: a requeue, not an error.</summary>
    Conflict,

    /// <summary><see cref="Outcome.Failed(string)"/> was returned.</summary>
    Failed,

    /// <summary>An exception came out of the reconciler.</summary>
    Thrown,

    /// <summary>The pass reached <see cref="ControllerOptions.PassTimeLimit"/>.</summary>
    TimedOut,

    /// <summary>Cancelled by shutdown after the grace period; not an error of the object.</summary>
    Interrupted,
}
