using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Learns from each look how long the cloud takes to carry out a write.</summary>
internal static class WriteDurationObserver
{
    /// <summary>Notes that the operation was seen unfinished, or teaches its duration when it was seen finished.</summary>
    /// <returns>The memory for the next look.</returns>
    public static SessionMemory Learn(Observation look, LearnedLimits knowledge)
    {
        if (look.Declared.Status?.Operation is not { AcceptedAt: { } accepted } operation) return look.Memory;
        var elapsed = look.Snapshot.ReadAt - accepted;
        if (elapsed < TimeSpan.Zero) return look.Memory;
        if (look.Plan.Progress == OperationProgress.Running) return Unfinished(look, operation.Sequence, elapsed);
        if (look.Plan.Progress == OperationProgress.Finished)
            knowledge.Learn(look.Declared.Session().Region, region => region with
            {
                WriteDuration = region.WriteDuration.Learn(look.Memory.SeenUnfinished, elapsed),
            });
        return look.Memory with { SeenUnfinished = TimeSpan.Zero };
    }

    private static SessionMemory Unfinished(Observation look, long sequence, TimeSpan elapsed) => look.Memory with
    {
        SeenUnfinished = elapsed,
        SeenBusySequence = look.Snapshot.Session is { IsSettled: false } ? sequence : look.Memory.SeenBusySequence,
    };
}
