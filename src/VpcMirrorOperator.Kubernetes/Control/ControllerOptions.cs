namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>Settings of one <see cref="Controller"/>.</summary>
public sealed record ControllerOptions
{
    /// <summary>How many keys are reconciled at once; at least 1, default 4.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>
    /// Put before the running number to form the reconcile id of the log scope. Unique per process (for example a few random hex
    /// digits from the composition root), so that ids of two replicas do not meet in one log store.
    /// </summary>
    public string InstancePrefix { get; init; } = "";
}
