using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// What a process remembers of its writes to the children of one account and region until a list has shown them (rules P7, P8 and P12).
/// One for all policies of the region, which are packed one after another. Lost with the process: the next one begins with its own lists.
/// </summary>
internal sealed class PackingMemory
{
    private readonly LeftBehind<string> _ids = new();
    private readonly LeftBehind<int> _priorities = new();
    private readonly Dictionary<(ObjectKey Child, string Id), long> _written = [];
    private readonly Dictionary<ObjectKey, long> _gone = [];
    private readonly SnapshotHistory _snapshots = new();

    /// <summary>Priorities that children had, and that their sessions may still have.</summary>
    public IEnumerable<int> PrioritiesLeftRecently => _priorities.All;

    /// <summary>Notes a write of a child, whether it is known to have arrived or not.</summary>
    /// <param name="old">The child before.</param>
    /// <param name="spec">What was written.</param>
    public void Wrote(ChildState old, ChildSpec spec)
    {
        if (old.Priority != spec.Priority) _priorities.Add(old.Key, old.Priority, _snapshots.Number);
        foreach (var id in old.Sources.Where(id => !spec.Sources.Contains(id))) _ids.Add(old.Key, id, _snapshots.Number);
        foreach (var id in spec.Sources.Where(id => !old.Sources.Contains(id))) _written[(old.Key, id)] = _snapshots.Number;
    }

    /// <summary>Notes that a child is no longer there.</summary>
    public void Gone(ObjectKey child) => _gone[child] = _snapshots.Number;

    /// <summary>A list is being started: what will it rest on?</summary>
    /// <param name="now">The moment before the list is asked for.</param>
    /// <param name="staleness">How old a list may be that the cloud answers with.</param>
    /// <param name="children">The children as they are known now.</param>
    public ListBasis StartList(DateTimeOffset now, TimeSpan staleness, IReadOnlyDictionary<ObjectKey, ChildState> children) =>
        _snapshots.Take(now, staleness, children);

    /// <summary>A list has come: forgets what it has made known.</summary>
    public void Listed(ListBasis basis)
    {
        _ids.Forget(basis);
        _priorities.Forget(basis);
        foreach (var (key, _) in _written.Where(entry => entry.Value < basis.Number).ToList()) _written.Remove(key);
        foreach (var (key, _) in _gone.Where(entry => entry.Value < basis.Number).ToList()) _gone.Remove(key);
    }

    /// <summary>Ids that left a child, and which no list has shown to be gone from its session.</summary>
    public IEnumerable<string> LeftRecently(ObjectKey child) => _ids.Of(child);

    /// <summary>All of them, whichever child they left.</summary>
    public HashSet<string> AllLeftRecently() => [.. _ids.All];

    /// <summary>Whether an id was in a child's list all the time since the moment that a list rests on.</summary>
    public bool IsSince(ListBasis basis, ObjectKey child, string id) =>
        basis.Number > 0 && (!_written.TryGetValue((child, id), out var at) || at < basis.Number);

    /// <summary>Whether a list was started after a child, if it is missing, was seen to be gone (rule P12).</summary>
    public bool Knows(ListBasis basis, IReadOnlySet<ObjectKey> children) =>
        !_gone.Any(entry => !children.Contains(entry.Key) && basis.Number <= entry.Value);
}
