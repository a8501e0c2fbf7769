using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Hands a session from one object to another without two writes on their way: whoever owns it now waits for the call of whoever owned it
/// before, which may have been decided by another process.
/// </summary>
internal static class HandOver
{
    /// <summary>The recording of another object's operation is no event for this object, so it is looked for.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Waits for calls of other objects that name the session; null when none can be on its way.</summary>
    public static Decision.Wait? OfTheOthers(PlannerInput input)
    {
        if (input.Others.Count == 0) return null;
        var busy = input.Others.Where(other => other.Status?.Operation is { AcceptedAt: null })
            .MaxBy(other => LandsBy(other));
        return busy is null || LandsBy(busy) <= input.Now ? null : Wait(
            input, $"A change by {busy.Key()}, which names the same session, may still be on its way. {SessionOperation.EndsByItself}",
            LandsBy(busy));
    }

    /// <summary>
    /// Who has just become the owner while another claimant lives (created in the same second, or new to this operator) waits as long as a
    /// call may be on its way that this process cannot see yet. Without a living rival nobody waits.
    /// </summary>
    public static Decision.Wait? BeforeTheFirstWrite(PlannerInput input)
    {
        if (input.Others.All(other => other.Metadata.CreationTimestamp is null)) return null;
        var safe = (input.Memory.Times.OwnerSince ?? input.Now) + OperationLimits.InFlightLimit + OperationLimits.ClockMargin;
        return safe <= input.Now ? null : Wait(
            input, "This object has just come to own the session; a change by another one may still be on its way. "
            + SessionOperation.EndsByItself, safe);
    }

    private static DateTimeOffset LandsBy(TrafficMirrorSession other) =>
        OperationFlight.OfAnotherLandsBy(other.Status!.Operation!);

    private static Decision.Wait Wait(PlannerInput input, string message, DateTimeOffset until)
    {
        var left = until - input.Now;
        return new(Reasons.WaitingForOtherObject, message, left < LongestPause ? left : LongestPause);
    }
}
