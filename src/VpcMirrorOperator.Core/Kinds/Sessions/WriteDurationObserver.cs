using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Learns from each observation how long the cloud takes to carry out a write.</summary>
internal static class WriteDurationObserver
{
    /// <summary>Notes that the operation was seen unfinished, or teaches its duration when it was seen finished.</summary>
    /// <returns>The memory for the next observation.</returns>
    public static SessionMemory Learn(Observation observation, LearnedLimits knowledge, ReconcilerOptions options)
    {
        if (observation.Declared.Status?.Operation is not { AcceptedAt: { } accepted } operation) return observation.Memory;
        var elapsed = observation.Snapshot.ReadAt - accepted;
        if (elapsed < TimeSpan.Zero) return observation.Memory;
        // Accepted by another process: by its clock. A read that only seems to be later says nothing of this operation.
        if (operation.Holder != options.Holder && elapsed < OperationLimits.ClockMargin) return observation.Memory;
        if (observation.Plan.Progress == OperationProgress.Running) return Unfinished(observation, operation.Sequence, elapsed);
        if (observation.Plan.Progress == OperationProgress.Finished)
            knowledge.Learn(observation.Declared.Session().Region, region => region with
            {
                WriteDuration = region.WriteDuration.Learn(observation.Memory.Operation.SeenUnfinished, elapsed),
            });
        return observation.Memory with { Operation = observation.Memory.Operation with { SeenUnfinished = TimeSpan.Zero } };
    }

    private static SessionMemory Unfinished(Observation observation, long sequence, TimeSpan elapsed)
    {
        var memory = observation.Memory.Operation;
        var isBusy = observation.Snapshot.Session is { IsSettled: false };
        return observation.Memory with
        {
            Operation = memory with { SeenUnfinished = elapsed, SeenBusySequence = isBusy ? sequence : memory.SeenBusySequence },
        };
    }
}
