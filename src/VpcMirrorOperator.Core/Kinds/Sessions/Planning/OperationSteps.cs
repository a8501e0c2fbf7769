using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What follows from the progress of the recorded operation, for a living object and for a deleted one alike.</summary>
internal static class OperationSteps
{
    /// <summary>Waits for an operation that is under way, or may be; null when it stands in nobody's way.</summary>
    public static Decision? UnderWay(PlannerInput input, PlanFacts facts) => facts.Progress switch
    {
        OperationProgress.Running => new Decision.Wait(
            Reasons.WaitingForCloud, "The cloud is carrying out the last change. Nothing to do: it is looked at again by itself.", null),
        OperationProgress.TimedOut => new Decision.Stall(
            Reasons.ModifyingTimeout,
            $"The session has been {input.Observed!.State.Status} for more than {OperationLimits.OperationTimeout.TotalMinutes:0} minutes "
            + "since our last change. It is still observed; if it stays, ask the cloud's support with status.lastRequestId.",
            SessionLimits.StalledPoll),
        OperationProgress.Unwanted => SessionOperation.WaitUntilLanded(
            input, "The outcome of the last change is unknown, and it is not wanted any more. " + SessionOperation.EndsByItself),
        OperationProgress.Landing => SessionOperation.WaitUntilLanded(
            input, "The last change needs no repeat, but its call may still be on its way. " + SessionOperation.EndsByItself),
        OperationProgress.HeldByOther => new Decision.Wait(
            Reasons.WaitingForOtherProcess,
            $"{facts.Operation!.Holder} recorded a change whose call may still be on its way. "
            + SessionOperation.EndsByItself,
            SessionOperation.LandsIn(input)),
        _ => null,
    };

    /// <summary>Repeats an operation of unknown outcome with its own token, unless a guard holds removals by now.</summary>
    /// <returns>
    /// Null when there is no such operation. While it is held, nothing else is written: its call may still be on its way.
    /// </returns>
    public static Decision? Repeat(PlannerInput input, PlanFacts facts, Decision.Hold? hold = null)
    {
        if (facts is not { Progress: OperationProgress.Unknown, Operation: { } operation }) return null;
        return hold is not null && operation.Verb == OperationVerb.Remove
            ? hold
            : BatchPlanner.Write(input, facts, operation.Again(input.Now, input.Holder), SessionCalls.ReasonOf(operation.Verb));
    }
}
