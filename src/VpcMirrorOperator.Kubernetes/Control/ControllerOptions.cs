using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>Settings of one <see cref="Controller"/>.</summary>
public sealed record ControllerOptions
{
    /// <summary>How many keys are worked on at once; at least 1, default 4.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>How long one reconcile may take before its token is cancelled and it counts as failed; default 2 minutes.</summary>
    public TimeSpan ReconcileTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long running reconciles may go on after shutdown has begun; default 20 s, which fits into a pod grace period of 30 s.
    /// Zero cancels them at once.
    /// </summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Wait before the next reconcile after a <see cref="ConflictException"/>, so that caches can catch up; default 200 ms.</summary>
    public TimeSpan ConflictDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Put before the running number to form the reconcile id of the log scope. Unique per process (for example a few random hex
    /// digits from the composition root), so that ids of two replicas do not meet in one log store.
    /// </summary>
    public string InstancePrefix { get; init; } = "";
}
