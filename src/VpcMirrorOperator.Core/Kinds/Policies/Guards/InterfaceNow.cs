namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>An interface that is no longer selected, as it is now.</summary>
/// <param name="Exists">False when two complete inventories did not have it.</param>
/// <param name="IsTarget">Whether it has become a target: then it cannot be a source.</param>
/// <param name="Pods">The uids of the pods that run on it, selected or not.</param>
/// <param name="Nodes">The uid of the node that it is attached to; none for a node that is gone.</param>
internal sealed record InterfaceNow(bool Exists, bool IsTarget, IReadOnlySet<string> Pods, IReadOnlySet<string> Nodes);
