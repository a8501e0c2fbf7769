using System.Collections.Immutable;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// A fight with another writer: our own writes are taken back by writes that are not ours, with the same ids, again and again. Nobody wins
/// one, and each write leaves sources unmirrored for a while, so ours are spaced out, and the object says so, until the other one stops.
/// </summary>
internal static class ContestRules
{
    private const int QuietFactor = 3;
    private static readonly Backoff Pauses = new(SessionLimits.FirstContestPause, SessionLimits.MaxContestPause, Factor: 2, Jitter: 0);

    /// <summary>The contest after an observation of a settled session without an open write; null when there is none.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="undone">Our own changes that were found taken back.</param>
    public static ContestState? After(PlannerInput input, ImmutableArray<string> undone)
    {
        var known = Current(input);
        if (undone.IsEmpty) return known;
        var again = known is not null && known.SourceIds.Intersect(undone, StringComparer.Ordinal).Any();
        return new ContestState
        {
            // Other ids may be the rest of a long list that is taken back in batches: they are remembered, and count when they come again.
            Undone = again ? known!.Undone + 1 : known?.Undone ?? 1,
            LastUndoneAt = TimeConverter.Truncate(input.Now),
            SourceIds = [.. undone.Union(known?.SourceIds ?? [], StringComparer.Ordinal).Take(TrafficMirrorSessionStatus.MaxListed)],
        };
    }

    /// <summary>The contest as known before, unless it has been quiet for long enough to be over.</summary>
    public static ContestState? Current(PlannerInput input)
    {
        if (input.Memory.Operation.Contest is not { } known) return null;
        var returns = Longer(SessionLimits.ContestReturn, input.Declared.Spec.DriftInterval());
        var quiet = Longer(Pause(known), returns) * QuietFactor;
        return input.Now - known.LastUndoneAt > quiet ? null : known;
    }

    /// <summary>Whether it is more than a chance.</summary>
    public static bool IsOn(ContestState? contest) => contest is not null && contest.Undone >= SessionLimits.ContestAfter;

    /// <summary>
    /// Holds writes back, longer each time; and while nothing is to be done, says that this may not last. Null when a write may be tried.
    /// </summary>
    public static Decision.Stall? Check(PlannerInput input, PlanFacts facts)
    {
        if (facts.Contest is not { } contest || !IsOn(contest)) return null;
        var left = contest.LastUndoneAt + Pause(contest) - input.Now;
        if (facts.Diff.IsEmpty) return new Decision.Stall(Reasons.ContestedSession, Message(contest), null);
        return left > TimeSpan.Zero ? new Decision.Stall(Reasons.ContestedSession, Message(contest), left) : null;
    }

    /// <summary>What the condition says.</summary>
    public static string Message(ContestState contest) =>
        $"Another writer takes this object's changes back each time: {NamedIds.Of(contest.SourceIds)}. "
        + "A second installation, Terraform or a script manages the same session: stop one of the two. "
        + "Until then, changes are tried less and less often.";

    private static TimeSpan Pause(ContestState contest)
    {
        if (!IsOn(contest)) return TimeSpan.Zero;
        return Pauses.Delay(contest.Undone - SessionLimits.ContestAfter + 1);
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
