using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Decides the next step of a deleted object that is to be detached: the ids that it desires leave the session under the rules of any
/// other removal. When none is left, the object may go.
/// </summary>
internal static class DetachPlanner
{
    public static Decision NotListed(PlannerInput input)
    {
        if (SessionOperation.MayBeOnItsWay(input))
            return SessionOperation.WaitUntilLanded(
                input, "The session is gone, but the call of the last change may still be on its way. " + SessionOperation.EndsByItself);
        return input.IsSameAccount
            ? new Decision.Release(Reasons.Released, "The cloud does not list the session: nothing is left to detach.")
            : WithWayOut(new Decision.Stall(
                Reasons.AccountUnconfirmed,
                $"The cloud lists neither session {input.Session}, which was seen before, nor another that was: these may be the keys of "
                + "another account. Check them.",
                SessionLimits.StalledPoll));
    }

    public static Decision Decide(PlannerInput input, ObservedSession session, PlanFacts facts) => WithWayOut(
        OperationSteps.UnderWay(input, facts)
        ?? HandOver.OfTheOthers(input)
        ?? NothingLeft(session, facts)
        ?? SessionStateSteps.NotWritable(input, session)
        ?? Suspended(input)
        ?? SafetyGuard.CheckDetaching(input, session, facts)
        ?? ContestRules.Check(input, facts)
        ?? HandOver.BeforeTheFirstWrite(input)
        ?? OperationSteps.Repeat(input, facts)
        ?? BatchPlanner.Next(input, session, facts, hold: null));

    private static Decision.Release? NothingLeft(ObservedSession session, PlanFacts facts)
    {
        if (session.State.Status == ObservedSession.Deleting)
            return new Decision.Release(Reasons.Released, "The session is being deleted in the cloud: nothing is left to detach.");
        return facts.Diff.IsEmpty ? new Decision.Release(Reasons.Detached, "None of its sources is left in the session.") : null;
    }

    private static Decision.Hold? Suspended(PlannerInput input) =>
        input.Declared.Spec.IsSuspended() ? new Decision.Hold(Reasons.Suspended, Deletion.Suspended) : null;

    /// <summary>A user who meets a deletion that does not end reads how to end it.</summary>
    private static Decision WithWayOut(Decision decision) =>
        decision is Decision.Hold or Decision.Stall && !decision.Message.EndsWith(Deletion.WayOut, StringComparison.Ordinal)
            ? decision with { Message = $"{decision.Message} {Deletion.WayOut}" }
            : decision;
}
