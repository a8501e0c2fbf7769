using VpcMirrorOperator.Planning;

namespace VpcMirrorOperator.Sessions;

/// <summary>Learns from each look how long the cloud takes to carry out a write.</summary>
internal static class OperationWatch
{
    /// <summary>Notes that the operation was seen unfinished, or teaches its duration when it was seen finished.</summary>
    /// <returns>The memory for the next look.</returns>
    public static SessionMemory Learn(Look look, CloudKnowledge knowledge)
    {
        if (look.Declared.Status?.Operation?.AcceptedAt is not { } accepted) return look.Memory;
        var elapsed = look.Snapshot.ReadAt - accepted;
        if (elapsed < TimeSpan.Zero) return look.Memory;
        if (look.Plan.Progress == OperationProgress.Running) return look.Memory with { SeenUnfinished = elapsed };
        if (look.Plan.Progress == OperationProgress.Finished)
            knowledge.Learn(look.Declared.Spec.RegionId, region => region with
            {
                WriteDuration = region.WriteDuration.Learn(look.Memory.SeenUnfinished, elapsed),
            });
        return look.Memory with { SeenUnfinished = TimeSpan.Zero };
    }
}
