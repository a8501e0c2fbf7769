using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Counts our removals over time, in the status, so that a restart does not forget them. Pure.</summary>
internal static class RecentRemovals
{
    /// <summary>How many sources were removed since the window began.</summary>
    public static int Within(IReadOnlyList<RemovalCount> removals, TimeSpan window, DateTimeOffset now)
    {
        var count = 0;
        foreach (var removal in removals)
            if (now - removal.At < window) count += removal.Count;
        return count;
    }

    /// <summary>
    /// The count after an observation. A removal counts from when it was seen to be done: the status forgets its operation in the same
    /// write. One that somebody approved is no part of what happens without approval.
    /// </summary>
    /// <param name="input">What is known.</param>
    /// <param name="ended">The write that has ended; null when none has.</param>
    public static IReadOnlyList<RemovalCount> After(PlannerInput input, OperationState? ended)
    {
        var status = input.Declared.Status;
        return ended is { Verb: OperationVerb.Remove } && status?.Plan?.ApprovedHash is null
            ? With(status!.RecentRemovals, ended, input.Declared.Spec.RemovalWindow(), input.Now)
            : status?.RecentRemovals ?? [];
    }

    /// <summary>With one more removal, without what is older than the window; the oldest ones share an entry when there are many.</summary>
    public static IReadOnlyList<RemovalCount> With(
        IReadOnlyList<RemovalCount> removals, OperationState removed, TimeSpan window, DateTimeOffset now)
    {
        List<RemovalCount> kept = [.. removals.Where(removal => now - removal.At < window)];
        kept.Add(new RemovalCount { At = TimeConverter.Truncate(now), Count = removed.Ids.Count });
        if (kept.Count <= TrafficMirrorSessionStatus.MaxListed) return kept;
        // The sum keeps the later time: it is counted for longer, never for less.
        kept[1] = kept[1] with { Count = kept[0].Count + kept[1].Count };
        kept.RemoveAt(0);
        return kept;
    }
}
