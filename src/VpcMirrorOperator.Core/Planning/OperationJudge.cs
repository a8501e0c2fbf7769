using System.Collections.Immutable;
using VpcMirrorOperator.Api;

namespace VpcMirrorOperator.Planning;

/// <summary>
/// Judges the recorded operation by what the cloud shows (rules 6 and 7). A call's answer is not proof of its effect, and a
/// missing answer is not proof of its absence; only the listed set of a settled session is.
/// </summary>
internal static class OperationJudge
{
    /// <summary>Whether a call of the recorded operation may still reach the cloud, whatever the cloud shows now.</summary>
    public static bool MayBeOnItsWay(PlannerInput input) =>
        input.Declared.Status?.Operation is { AcceptedAt: null } operation && !HasLanded(operation, input);

    /// <summary>Waits for an operation that <see cref="MayBeOnItsWay"/>.</summary>
    public static Decision.Wait WaitUntilLanded(PlannerInput input, string message) =>
        new(Reasons.WaitingForCloud, message, LandsBy(input.Declared.Status!.Operation!, input) - input.Now);

    /// <summary>The progress, given what is still to do.</summary>
    public static OperationProgress Judge(PlannerInput input, SourceDiff diff)
    {
        var progress = Judge(input);
        if (progress != OperationProgress.Unknown || IsWanted(input.Declared.Status!.Operation!, input, diff)) return progress;
        return HasLanded(input.Declared.Status.Operation!, input) ? OperationProgress.Void : OperationProgress.Unwanted;
    }

    /// <summary>The progress by what the cloud shows alone.</summary>
    public static OperationProgress Judge(PlannerInput input)
    {
        if (input.Declared.Status?.Operation is not { } operation) return OperationProgress.None;
        if (input.Observed is not { } session) return OperationProgress.Void;
        if (session.State.Status == ObservedSession.Deleting) return OperationProgress.Void;
        if (!session.IsSettled) return Busy(operation, input);
        if (Shows(operation, session)) return OperationProgress.Finished;
        return operation.AcceptedAt is { } accepted ? Accepted(accepted, input) : Unanswered(operation, input);
    }

    /// <summary>True when the listed set is what the operation asked for.</summary>
    public static bool Shows(OperationState operation, ObservedSession session) => operation.Verb == OperationVerb.Add
        ? operation.Ids.All(session.Sources.Contains)
        : !operation.Ids.Any(session.Sources.Contains);

    /// <summary>Whether the operation may be repeated as it is.</summary>
    private static bool IsWanted(OperationState operation, PlannerInput input, SourceDiff diff)
    {
        var pending = operation.Verb == OperationVerb.Add ? diff.ToAdd : diff.ToRemove;
        var limit = operation.Verb == OperationVerb.Add ? input.AddBatchSize : input.Settings.RemoveBatchSize;
        return operation.Ids.Count <= limit
            && operation.Ids.All(id => pending.BinarySearch(id, StringComparer.Ordinal) >= 0)
            && (operation.Verb == OperationVerb.Add || SafetyGuard.CheckBeforeRemoval(input.Declared, diff) is null);
    }

    /// <summary>Whether no call of the operation can be on its way: two different writes must never be in flight together.</summary>
    private static bool HasLanded(OperationState operation, PlannerInput input) =>
        input.Memory.Answered == OperationAttempt.Of(operation) || input.Now >= LandsBy(operation, input);

    /// <summary>
    /// When the call must have ended. Who detaches looks no more afterwards, so an add must have had the time to show in the list, too.
    /// </summary>
    private static DateTimeOffset LandsBy(OperationState operation, PlannerInput input)
    {
        var landed = operation.StartedAt + input.Settings.InFlightLimit;
        return input.IsDetaching && operation.Verb == OperationVerb.Add ? landed + input.Settings.StaleReadLimit : landed;
    }

    private static OperationProgress Busy(OperationState operation, PlannerInput input)
    {
        var since = operation.AcceptedAt ?? operation.StartedAt;
        return input.Now - since > input.Settings.OperationTimeout ? OperationProgress.TimedOut : OperationProgress.Running;
    }

    /// <summary>
    /// Accepted, settled, and the effect does not show. If this process saw it being carried out, it ended and somebody else changed
    /// the list since. (What another process saw says nothing: our read may be the older one.) Otherwise the list may be stale, for a while.
    /// </summary>
    private static OperationProgress Accepted(DateTimeOffset accepted, PlannerInput input)
    {
        if (input.Memory.SeenBusySequence == input.Declared.Status?.Operation?.Sequence) return OperationProgress.Finished;
        return input.Now - accepted < input.Settings.StaleReadLimit ? OperationProgress.Running : OperationProgress.Void;
    }

    private static OperationProgress Unanswered(OperationState operation, PlannerInput input)
    {
        if (input.Memory.RefusedAttempt == OperationAttempt.Of(operation)) return OperationProgress.Void;
        var mayBeOnItsWay = input.Now - operation.StartedAt < input.Settings.InFlightLimit;
        return operation.Holder != input.Holder && mayBeOnItsWay ? OperationProgress.HeldByOther : OperationProgress.Unknown;
    }
}
