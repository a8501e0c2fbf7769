using VpcMirrorOperator.Api;

namespace VpcMirrorOperator.Planning;

/// <summary>
/// Judges the recorded operation by what the cloud shows (rules 6 and 7). A call's answer is not proof of its effect, and a
/// missing answer is not proof of its absence; only the listed set of a settled session is.
/// </summary>
internal static class OperationJudge
{
    public static OperationProgress Judge(PlannerInput input)
    {
        if (input.Declared.Status?.Operation is not { } operation) return OperationProgress.None;
        if (input.Observed is not { } session) return OperationProgress.Void;
        if (!session.IsSettled) return Busy(operation, input);
        if (Shows(operation, session)) return OperationProgress.Finished;
        return operation.AcceptedAt is { } accepted ? Accepted(accepted, input) : Unanswered(operation, input);
    }

    /// <summary>True when the listed set is what the operation asked for.</summary>
    public static bool Shows(OperationState operation, ObservedSession session) => operation.Verb == OperationVerb.Add
        ? operation.Ids.All(session.Sources.Contains)
        : !operation.Ids.Any(session.Sources.Contains);

    private static OperationProgress Busy(OperationState operation, PlannerInput input)
    {
        var since = operation.AcceptedAt ?? operation.StartedAt;
        return input.Now - since > input.Settings.OperationTimeout ? OperationProgress.TimedOut : OperationProgress.Running;
    }

    /// <summary>
    /// Accepted, settled, and the effect does not show. If we saw it being carried out, it ended and somebody else changed the list
    /// since. Otherwise the list may be stale, for a while.
    /// </summary>
    private static OperationProgress Accepted(DateTimeOffset accepted, PlannerInput input)
    {
        if (input.Declared.Status?.Session?.Status == ObservedSession.Modifying) return OperationProgress.Finished;
        return input.Now - accepted < input.Settings.StaleReadLimit ? OperationProgress.Running : OperationProgress.Void;
    }

    private static OperationProgress Unanswered(OperationState operation, PlannerInput input)
    {
        if (input.Memory.RefusedSequence == operation.Sequence) return OperationProgress.Void;
        var mayBeOnItsWay = input.Now - operation.StartedAt < input.Settings.InFlightLimit;
        return operation.Holder != input.Holder && mayBeOnItsWay ? OperationProgress.HeldByOther : OperationProgress.Unknown;
    }
}
