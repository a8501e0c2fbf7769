using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// What a list of sessions rests on: the children as they were at the stale-read limit before it was started, or earlier. Whatever was
/// written by then, and no longer under way, the list shows.
/// </summary>
/// <param name="Number">Counts the snapshots of a process from 1; 0: the list proves nothing.</param>
/// <param name="Children">The children of that moment.</param>
internal sealed record ListBasis(long Number, IReadOnlyDictionary<ObjectKey, ChildState> Children)
{
    /// <summary>Rests on nothing.</summary>
    public static readonly ListBasis Nothing = new(0, new Dictionary<ObjectKey, ChildState>());
}
