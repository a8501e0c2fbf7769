using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Judges the recorded operation by what the cloud shows (rules 6 and 7). A call's answer is not proof of its effect, and a
/// missing answer is not proof of its absence; only the listed set of a settled session is.
/// </summary>
internal static class OperationProgressEvaluator
{
    /// <summary>Waits for an operation whose call may be on its way.</summary>
    public static Decision.Wait WaitUntilLanded(PlannerInput input, string message) =>
        new(Reasons.WaitingForCloud, message, OperationFlight.WaitFor(input.Declared.Status!.Operation!, input));

    /// <summary>The progress, given what is still to do.</summary>
    public static OperationProgress Judge(PlannerInput input, SourceDiff diff)
    {
        var progress = Judge(input);
        if (progress != OperationProgress.Unknown || IsWanted(input.Declared.Status!.Operation!, input, diff)) return progress;
        return OperationFlight.HasLanded(input.Declared.Status.Operation!, input) ? OperationProgress.Void : OperationProgress.Unwanted;
    }

    /// <summary>The progress by what the cloud shows alone.</summary>
    public static OperationProgress Judge(PlannerInput input)
    {
        if (input.Declared.Status?.Operation is not { } operation) return OperationProgress.None;
        if (input.Observed is not { } session) return OperationProgress.Void;
        if (session.State.Status == ObservedSession.Deleting)
            return OperationFlight.HasLanded(operation, input) ? OperationProgress.Void : OperationProgress.Landing;
        if (!session.IsSettled) return Busy(operation, input);
        if (!OperationFlight.HasLanded(operation, input)) return OnItsWay(operation, session, input);
        if (Shows(operation, session)) return OperationProgress.Finished;
        if (operation.AcceptedAt is { } accepted) return Accepted(accepted, input);
        return IsRefused(operation, input) ? OperationProgress.Void : OperationProgress.Unknown;
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
        return input.Owner is null
            && operation.Ids.Count <= limit
            && operation.Ids.All(id => pending.BinarySearch(id, StringComparer.Ordinal) >= 0)
            && (operation.Verb == OperationVerb.Add || SafetyGuard.CheckBeforeRemoval(input.Declared, diff) is null);
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

    /// <summary>
    /// A call that may be on its way can be repeated with its token, and nothing else. That the list shows its effect proves nothing: somebody
    /// else may have made the same change. Nor does a refused repeat: an attempt before it may still arrive.
    /// </summary>
    private static OperationProgress OnItsWay(OperationState operation, ObservedSession session, PlannerInput input)
    {
        if (operation.Holder != input.Holder) return OperationProgress.HeldByOther;
        return Shows(operation, session) || IsRefused(operation, input) ? OperationProgress.Landing : OperationProgress.Unknown;
    }

    private static bool IsRefused(OperationState operation, PlannerInput input) => input.Memory.RefusedAttempt == OperationAttempt.Of(operation);
}
