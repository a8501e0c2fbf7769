using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>The times of every <see cref="Controller"/>.</summary>
internal static class ControllerTimes
{
    /// <summary>How long one reconcile may take before its token is cancelled and it counts as failed.</summary>
    public static readonly TimeSpan ReconcileTimeout = TimeSpan.FromMinutes(2);

    /// <summary>How long running reconciles may go on after shutdown has begun; fits into a pod grace period of 30 s.</summary>
    public static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(20);

    /// <summary>Wait before the next reconcile after a <see cref="ConflictException"/>, so that caches can catch up.</summary>
    public static readonly TimeSpan ConflictDelay = TimeSpan.FromMilliseconds(200);
}
