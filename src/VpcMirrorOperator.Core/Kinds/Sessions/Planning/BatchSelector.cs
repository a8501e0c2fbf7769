using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Picks the next batch of one kind (rules 5 and 8): halves of a refused batch first, then sources without a history, then those that met a
/// quota, and refused sources whose time has come last and alone, so that one bad ENI never blocks the rest.
/// </summary>
internal static class BatchSelector
{
    public static ImmutableArray<string> Next(
        OperationVerb verb, ImmutableArray<string> pending, SessionMemory memory, int size, DateTimeOffset now)
    {
        if (pending.IsEmpty || size <= 0) return [];
        var trials = memory.Trials;
        if (trials.Suspects.IsEmpty && trials.Rejected.IsEmpty && trials.InVain.IsEmpty) return [.. pending.Take(size)];
        var suspects = FirstSuspects(verb, pending, memory, size);
        if (!suspects.IsEmpty) return suspects;
        var clean = pending.Where(id => !trials.Rejected.ContainsKey(id)).OrderBy(trials.InVain.Contains).Take(size);
        ImmutableArray<string> next = [.. clean.Order(StringComparer.Ordinal)];
        return next.IsEmpty ? [.. pending.Where(id => trials.Rejected[id].RetryAt <= now).Take(1)] : next;
    }

    private static ImmutableArray<string> FirstSuspects(
        OperationVerb verb, ImmutableArray<string> pending, SessionMemory memory, int size)
    {
        foreach (var batch in memory.Trials.Suspects.Where(batch => batch.Verb == verb))
        {
            var still = batch.Ids.Where(
                id => !memory.Trials.Rejected.ContainsKey(id) && pending.BinarySearch(id, StringComparer.Ordinal) >= 0);
            ImmutableArray<string> next = [.. still.Take(size)];
            if (!next.IsEmpty) return next;
        }
        return [];
    }
}
