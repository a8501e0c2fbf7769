using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>What a process remembers after an observation. Pure, but for what it teaches about the time that writes take.</summary>
internal static class FilterLearning
{
    private const int MostDone = 50;

    /// <summary>The memory for the next observation.</summary>
    public static FilterMemory After(FilterObservation observation, LearnedLimits limits)
    {
        var (memory, plan, filter) = (observation.Memory, observation.Plan, observation.Filter);
        var isBusy = filter is { IsSettled: false };
        memory = memory with
        {
            Seen = filter is { IsSettled: true } ? filter : memory.Seen,
            MissingSince = observation.ReadAt is null || filter is not null ? null : memory.MissingSince ?? observation.ReadAt,
            BusySince = isBusy && plan.Operation is null ? memory.BusySince ?? observation.Now : null,
        };
        if (plan.TakesUpAgain) memory = TakenUp(memory, observation);
        return observation.Declared.Status?.Operation is { } operation ? AfterOperation(memory, observation, operation, isBusy, limits)
            : memory;
    }

    private static FilterMemory AfterOperation(
        FilterMemory memory, FilterObservation observation, OperationState operation, bool isBusy, LearnedLimits limits)
    {
        var progress = observation.Plan.Facts?.Progress ?? OperationProgress.None;
        if (progress == OperationProgress.Running && operation.AcceptedAt is { } since && observation.ReadAt >= since)
            return memory with
            {
                SeenUnfinished = observation.ReadAt.Value - since,
                SeenBusySequence = isBusy ? operation.Sequence : memory.SeenBusySequence,
            };
        if (progress == OperationProgress.Finished && operation.AcceptedAt is { } accepted && observation.ReadAt > accepted)
            limits.Learn(observation.Declared.Filter().Region, region => region with
            {
                WriteDuration = region.WriteDuration.Learn(memory.SeenUnfinished, observation.ReadAt.Value - accepted),
            });
        var isDone = observation.Plan.Operation?.Sequence != operation.Sequence && operation.AcceptedAt is not null;
        return isDone || progress == OperationProgress.Finished ? Done(memory, observation, operation) : memory;
    }

    private static FilterMemory Done(FilterMemory memory, FilterObservation observation, OperationState operation)
    {
        var generation = observation.Declared.Metadata.Generation;
        var before = memory.DoneGeneration == generation ? memory.Done : [];
        return memory with
        {
            SeenUnfinished = TimeSpan.Zero,
            DoneGeneration = generation,
            Done = [.. FilterContest.Lines(operation).Concat(before).Distinct().Take(MostDone)],
        };
    }

    /// <summary>Somebody took our change back, and it is made again: that counts once.</summary>
    private static FilterMemory TakenUp(FilterMemory memory, FilterObservation observation) => memory with
    {
        Undone = FilterContest.IsOver(memory, observation.Declared, observation.Now) ? 1 : memory.Undone + 1,
        LastUndoneAt = observation.Now,
        Done = memory.Done.RemoveRange(FilterContest.Lines(observation.Plan.Operation!)),
    };

    /// <summary>An attempt was answered, or never sent. That says nothing of an attempt before it that was not.</summary>
    public static FilterMemory WithAnswer(this FilterMemory memory, OperationState operation)
    {
        var before = new OperationAttempt(operation.Sequence, operation.Attempts - 1, operation.Holder);
        return operation.Attempts == 1 || memory.Answered == before ? memory with { Answered = OperationAttempt.Of(operation) } : memory;
    }
}
