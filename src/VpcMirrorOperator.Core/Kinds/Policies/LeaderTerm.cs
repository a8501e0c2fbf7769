using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>
/// The term by which this process signs children (rule P10): how often the Lease has changed hands. A Lease that was deleted, another one,
/// and
/// a process without an election count from 0 again, while the children remember more. Whoever leads now knows that no later leader has
/// been:
/// such a number is of an earlier count, and this process goes on above it. Whoever leads no more stops at it, as it must.
/// </summary>
/// <param name="lease">How often the Lease has changed hands.</param>
/// <param name="leads">Whether this process leads at this moment.</param>
internal sealed class LeaderTerm(Func<long> lease, Func<bool> leads)
{
    private long _raised;

    /// <summary>The term, with which this process may sign these children.</summary>
    public long Over(IEnumerable<ChildState> children)
    {
        var seen = children.Select(child => child.Term).DefaultIfEmpty().Max();
        var term = Math.Max(lease(), Interlocked.Read(ref _raised));
        if (seen <= term || !leads()) return term;
        // Above it, not equal: what the earlier leader wrote is not signed by this one.
        Interlocked.Exchange(ref _raised, seen + 1);
        return seen + 1;
    }
}
