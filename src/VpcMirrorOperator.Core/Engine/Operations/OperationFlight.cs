using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Operations;

/// <summary>
/// Until when a recorded call may still reach the cloud (rule 7). Two different writes must never be on their way together, so nothing that
/// depends on a call's absence is decided before.
/// </summary>
/// <param name="holder">This process.</param>
internal readonly struct OperationFlight(string holder)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether no call of the operation can be on its way, and the read was started after that moment. An accepted operation has used its
    /// token: whatever of it is still on its way does nothing.
    /// </summary>
    public bool HasLanded(IRecordedOperation operation, in OperationEvidence evidence) =>
        operation.AcceptedAt is not null
        || evidence.Answered == OperationAttempt.Of(operation)
        || evidence.ReadAt >= LandsBy(operation, evidence.ExtraWait);

    /// <summary>The pause until the operation has landed; at least a second, for it may only have to be read once more.</summary>
    public TimeSpan WaitFor(IRecordedOperation operation, in OperationEvidence evidence, DateTimeOffset now)
    {
        var left = LandsBy(operation, evidence.ExtraWait) - now;
        return left > ShortestWait ? left : ShortestWait;
    }

    /// <summary>When a call that this process did not make must have ended: its clock may differ from ours.</summary>
    public static DateTimeOffset OfAnotherLandsBy(IRecordedOperation operation) =>
        operation.StartedAt + OperationLimits.InFlightLimit + OperationLimits.ClockMargin;

    private DateTimeOffset LandsBy(IRecordedOperation operation, TimeSpan extra) =>
        (operation.Holder == holder ? operation.StartedAt + OperationLimits.InFlightLimit : OfAnotherLandsBy(operation)) + extra;
}
