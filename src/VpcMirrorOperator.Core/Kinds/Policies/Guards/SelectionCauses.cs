namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>What made an interface selected when it was last seen to be.</summary>
/// <param name="Itself">Its id or its attributes.</param>
/// <param name="Pods">The uids of pods that it carried.</param>
/// <param name="Nodes">The uids of nodes that it was attached to.</param>
internal sealed record SelectionCauses(bool Itself, IReadOnlySet<string> Pods, IReadOnlySet<string> Nodes)
{
    /// <summary>
    /// Whether a removal is counted (rule P20): what made the interface selected still is there, so that a selector was changed or a label
    /// lost. What was scaled in, drained or deleted is not there, and is no accident.
    /// </summary>
    /// <param name="causes">What was known; null after a restart, and then it counts.</param>
    /// <param name="now">What the cluster and the cloud show of the interface.</param>
    public static bool Counts(SelectionCauses? causes, InterfaceNow now)
    {
        if (!now.Exists || now.IsTarget) return false;
        return causes is null || causes.Itself || causes.Pods.Overlaps(now.Pods) || causes.Nodes.Overlaps(now.Nodes);
    }
}
