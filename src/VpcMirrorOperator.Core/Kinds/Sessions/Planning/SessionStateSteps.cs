using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What follows from the session's own state, for a living object and for a deleted one alike.</summary>
internal static class SessionStateSteps
{
    /// <summary>Null when the session takes writes.</summary>
    public static Decision? NotWritable(PlannerInput input, ObservedSession session)
    {
        if (session.State.Status == ObservedSession.Deleting)
            return new Decision.Stall(
                Reasons.SessionDeleting,
                "The session is being deleted in the cloud. Delete this object, or name another session in a new one.",
                SessionLimits.StalledPoll);
        if (!session.IsSettled) return Busy(input, session);
        return session.IsInGoodStanding ? null : new Decision.Stall(
            Reasons.FinancialLocked,
            $"The account's business status is {session.State.BusinessStatus}: nothing is mirrored. Settle the overdue payment.",
            null);
    }

    private static Decision Busy(PlannerInput input, ObservedSession session)
    {
        var busyFor = input.Now - (input.Memory.Times.BusySince ?? input.Now);
        if (busyFor > OperationLimits.OperationTimeout)
            return new Decision.Stall(
                Reasons.ModifyingTimeout,
                $"The session stays {session.State.Status} and rejects changes. It is looked at each minute; if it stays, find out who "
                + "changes it (ActionTrail), or ask the cloud's support.",
                SessionLimits.StalledPoll);
        return new Decision.Wait(
            Reasons.SessionBusy,
            $"The session is {session.State.Status}; changes must wait. Nothing to do: it goes on by itself. If it stays for "
            + $"{OperationLimits.OperationTimeout.TotalMinutes:0} minutes, find out who else changes the session (ActionTrail).",
            PollSchedule.WhileBusy(busyFor));
    }
}
