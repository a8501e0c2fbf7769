using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Until when a recorded call may still reach the cloud (rule 7). Two different writes must never be on their way together, so nothing that
/// depends on a call's absence is decided before.
/// </summary>
internal static class OperationFlight
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>Whether a call of the recorded operation may still reach the cloud, whatever the cloud shows now.</summary>
    public static bool MayBeOnItsWay(PlannerInput input) =>
        input.Declared.Status?.Operation is { AcceptedAt: null } operation && !HasLanded(operation, input);

    /// <summary>
    /// Whether no call of the operation can be on its way, and the list was read after that moment. An accepted operation has used its
    /// token:
    /// whatever of it is still on its way does nothing.
    /// </summary>
    public static bool HasLanded(OperationState operation, PlannerInput input) =>
        operation.AcceptedAt is not null
        || input.Memory.Answered == OperationAttempt.Of(operation)
        || (input.ReadAt ?? input.Now) >= LandsBy(operation, input);

    /// <summary>The pause until the operation has landed; at least a second, for the list may only have to be read once more.</summary>
    public static TimeSpan WaitFor(OperationState operation, PlannerInput input)
    {
        var left = LandsBy(operation, input) - input.Now;
        return left > ShortestWait ? left : ShortestWait;
    }

    /// <summary>When a call that this process did not make must have ended: its clock may differ from ours.</summary>
    public static DateTimeOffset OfAnotherLandsBy(OperationState operation, PlannerSettings settings) =>
        operation.StartedAt + settings.InFlightLimit + settings.ClockMargin;

    /// <summary>
    /// When the call must have ended. Who detaches observes no more afterwards, so an add must have had the time to show in the list, too.
    /// </summary>
    private static DateTimeOffset LandsBy(OperationState operation, PlannerInput input)
    {
        var landed = operation.Holder == input.Holder
            ? operation.StartedAt + input.Settings.InFlightLimit
            : OfAnotherLandsBy(operation, input.Settings);
        return input.IsDetaching && operation.Verb == OperationVerb.Add ? landed + input.Settings.StaleReadLimit : landed;
    }
}
