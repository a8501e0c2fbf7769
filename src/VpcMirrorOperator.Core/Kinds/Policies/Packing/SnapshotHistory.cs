using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// Snapshots of the children, one at the start of each list. A list rests on the latest that is older than any answer of the cloud may be
/// (<see cref="ListBasis"/>).
/// </summary>
internal sealed class SnapshotHistory
{
    private readonly Queue<(DateTimeOffset At, ListBasis Basis)> _taken = [];

    /// <summary>The number of the latest snapshot; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Takes a snapshot.</summary>
    /// <returns>The one that a list rests on which is started now.</returns>
    public ListBasis Take(DateTimeOffset now, TimeSpan staleness, IReadOnlyDictionary<ObjectKey, ChildState> children)
    {
        _taken.Enqueue((now, new ListBasis(++Number, children)));
        var basis = ListBasis.Nothing;
        foreach (var (at, taken) in _taken)
            if (at + staleness <= now) basis = taken;
        while (_taken.Count > 0 && _taken.Peek().Basis.Number < basis.Number) _taken.Dequeue();
        return basis;
    }
}
