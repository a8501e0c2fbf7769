using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What has been taken out of children, until a list can show that it is gone from their sessions (rule P7).</summary>
/// <typeparam name="T">An id, or a number.</typeparam>
internal sealed class LeftBehind<T>
{
    private readonly Dictionary<ObjectKey, List<(T What, long At)>> _of = [];

    /// <summary>All of it, whichever child it left.</summary>
    public IEnumerable<T> All => _of.Values.SelectMany(entries => entries).Select(entry => entry.What);

    /// <summary>Notes what left a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="what">What left it.</param>
    /// <param name="at">The number of the latest snapshot at that time.</param>
    public void Add(ObjectKey child, T what, long at)
    {
        if (!_of.TryGetValue(child, out var entries)) _of[child] = entries = [];
        entries.Add((what, at));
    }

    /// <summary>What left one child.</summary>
    public IEnumerable<T> Of(ObjectKey child) => _of.TryGetValue(child, out var entries) ? entries.Select(entry => entry.What) : [];

    /// <summary>Forgets what a list has made known: it rests on a later moment, at which no call of the child was under way.</summary>
    public void Forget(ListBasis basis)
    {
        foreach (var (child, entries) in _of.ToList())
        {
            if (basis.Children.TryGetValue(child, out var then) && then.Operation is not null) continue;
            if (entries.RemoveAll(entry => entry.At < basis.Number) > 0 && entries.Count == 0) _of.Remove(child);
        }
    }
}
