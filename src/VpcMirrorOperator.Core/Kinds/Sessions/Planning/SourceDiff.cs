using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What separates the mirrored sources from the desired ones, under the policy in force. Linear in the number of ids.</summary>
/// <param name="ToAdd">Desired ids that are not mirrored, in ordinal order.</param>
/// <param name="ToRemove">Mirrored ids that are not desired and that the policy lets go, in ordinal order.</param>
/// <param name="Desired">How many distinct ids are desired.</param>
/// <param name="Covered">How many of them are sources of the session.</param>
internal sealed record SourceDiff(ImmutableArray<string> ToAdd, ImmutableArray<string> ToRemove, int Desired, int Covered)
{
    /// <summary>True when there is nothing to do.</summary>
    public bool IsEmpty => ToAdd.IsEmpty && ToRemove.IsEmpty;

    /// <summary>
    /// Compares. Equal sets, by far the usual case, are found without building anything: a set of ten thousand ids is a large object,
    /// and making one for each observation would keep the collector busy.
    /// </summary>
    /// <param name="desired">The ids of the spec; schema and manifest reader see to it that none stands twice.</param>
    /// <param name="actual">The ids that the session has.</param>
    /// <param name="policy">With <see cref="ManagementPolicy.AddOnly"/> nothing is to be removed.</param>
    public static SourceDiff Between(IReadOnlyList<string> desired, IReadOnlySet<string> actual, ManagementPolicy policy)
    {
        if (actual is SourceIdSet mirrored && (desired is SourceIdSet ids ? ids.SetEquals(mirrored) : mirrored.IsInOrder(desired)))
            return InSync(mirrored.Count);
        actual = Lookup(actual);
        if (desired.Count == actual.Count && desired.All(actual.Contains)) return InSync(desired.Count);
        var wanted = new HashSet<string>(desired, StringComparer.Ordinal);
        var covered = wanted.Count(actual.Contains);
        var toAdd = covered == wanted.Count ? [] : Sorted(wanted.Where(id => !actual.Contains(id)));
        var nothingExtra = policy == ManagementPolicy.AddOnly || covered == actual.Count;
        var toRemove = nothingExtra ? [] : Sorted(actual.Where(id => !wanted.Contains(id)));
        return new SourceDiff(toAdd, toRemove, wanted.Count, covered);
    }

    /// <summary>What is to leave the session when the object goes: the desired ids that it has, and no other.</summary>
    /// <param name="desired">The ids of the spec.</param>
    /// <param name="actual">The ids that the session has.</param>
    public static SourceDiff Detaching(IReadOnlyList<string> desired, IReadOnlySet<string> actual)
    {
        var wanted = new HashSet<string>(desired, StringComparer.Ordinal);
        var toRemove = Sorted(wanted.Where(Lookup(actual).Contains));
        return new SourceDiff([], toRemove, wanted.Count, toRemove.Length);
    }

    private static SourceDiff InSync(int count) => new([], [], count, count);

    private static IReadOnlySet<string> Lookup(IReadOnlySet<string> ids) => ids is SourceIdSet packed ? packed.Strings() : ids;

    private static ImmutableArray<string> Sorted(IEnumerable<string> ids)
    {
        var array = ids.ToArray();
        Array.Sort(array, StringComparer.Ordinal);
        return [.. array];
    }
}
