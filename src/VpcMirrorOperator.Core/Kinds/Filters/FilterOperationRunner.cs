using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Carries out one write: records the intent in the status with the resourceVersion as fence, calls the cloud, records the answer (rule 6).
/// Every attempt, repeats included, is recorded before it is made. Whatever waits for the cloud needs no worker.
/// </summary>
internal sealed class FilterOperationRunner(
    FilterFinalizers finalizers, StatusWriter<TrafficMirrorFilter> status, RpcClient cloud, LearnedLimits limits,
    WritePlaces places, FilterTransitions transitions, TimeProvider time, ILogger logger)
{
    private readonly FilterAuditedCalls _calls = new(cloud, time, logger);
    private readonly FilterRejections _rejections = new(status, transitions, time, logger);

    public Outcome Run(
        FilterObservation observation, Decision.Write<OperationState> write, FilterMemories.Slot slot,
        CancellationToken cancellationToken)
    {
        slot.Memory = observation.Memory;
        var region = slot.Filter.Region;
        var pause = cloud.Budget.DelayFor(region.RegionId, FilterCalls.ActionOf(write.Operation));
        if (pause > TimeSpan.Zero) return Outcome.RequeueAfter(pause);
        return places.Run(region, observation.Declared.Key(), () => WriteAsync(observation, write, slot, cancellationToken));
    }

    private async ValueTask<Outcome> WriteAsync(
        FilterObservation observation, Decision.Write<OperationState> write, FilterMemories.Slot slot,
        CancellationToken cancellationToken)
    {
        var operation = write.Operation;
        if (write.DryRunFirst && operation.Attempts == 1)
        {
            try
            {
                await _calls.TryAsync(observation, operation, cancellationToken);
            }
            catch (CloudException rejected)
            {
                return await _rejections.HandleAsync(observation, operation, rejected, recorded: false, slot, cancellationToken);
            }
        }

        var held = await finalizers.HoldAsync(observation.Declared, cancellationToken);
        // Counted from here, not from the observation: a dry run may have taken its time.
        var dated = operation with { StartedAt = time.GetUtcNow() };
        var intended = observation with { Declared = held, Plan = observation.Plan with { Operation = dated } };
        return await RecordAndCallAsync(intended, dated, slot, cancellationToken);
    }

    private async ValueTask<Outcome> RecordAndCallAsync(
        FilterObservation observation, OperationState operation, FilterMemories.Slot slot, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var recorded = await status.WriteAsync(observation.Declared, FilterStatusBuilder.Intent(observation), cancellationToken);
        if (time.GetElapsedTime(begun) > OperationLimits.IntentFreshness)
        {
            logger.IntentTooOld(recorded.Key(), operation.Sequence);
            slot.Memory = observation.Memory.WithAnswer(operation);
            return Outcome.RequeueAfter(TimeSpan.Zero);
        }

        if (operation.Verb == OperationVerb.Create && slot.Life is { } life)
            life.Memory = life.Memory with { IsFresh = false, LastCreateAt = operation.StartedAt };
        var intended = observation with { Declared = recorded };
        logger.Calling(
            recorded.Key(), FilterCalls.ActionOf(operation), slot.Filter.RegionId, slot.Filter.FilterId, operation.Attempts,
            operation.Sequence, observation.Plan.Facts?.Hash);
        try
        {
            var answer = await _calls.SendAsync(intended, operation, cancellationToken);
            return await AcceptedAsync(Noted(intended, operation, "OK", answer.RequestId), operation, answer, slot, cancellationToken);
        }
        catch (CloudException error)
        {
            var noted = Noted(intended, operation, error.Code, error.RequestId);
            return await _rejections.HandleAsync(noted, operation, error, recorded: true, slot, cancellationToken);
        }
    }

    /// <summary>The status tells of the call when it is written next; what was read before it ended is of another state.</summary>
    private FilterObservation Noted(FilterObservation observation, OperationState operation, string result, string? requestId)
    {
        var now = time.GetUtcNow();
        var count = operation.Verb == OperationVerb.CreateRules ? RuleParameters.Created(operation).Count()
            : Math.Max(1, operation.Ids.Count);
        var record = new FilterWriteRecord
        {
            Time = TimeConverter.Truncate(now), Verb = operation.Verb, Rules = count, Result = result, RequestId = requestId,
        };
        return observation with
        {
            Memory = observation.Memory with
            {
                WrittenAt = now, Calls = FilterStatusBuilder.Merge(observation.Memory.Calls, [record]),
            },
        };
    }

    private async ValueTask<Outcome> AcceptedAsync(
        FilterObservation observation, OperationState operation, CallAnswer answer, FilterMemories.Slot slot,
        CancellationToken cancellationToken)
    {
        logger.Accepted(observation.Declared.Key(), operation.Sequence, answer.RequestId);
        // Without the id, what was made has to be looked for.
        if (operation.Verb == OperationVerb.Create && answer.CreatedId is null) return Outcome.RequeueAfter(FilterTimes.BusyPoll);
        if (answer.CreatedId is { } id && slot.Life is { } life) life.Created = (operation.ClientToken, id);
        var now = time.GetUtcNow();
        // The cloud has the write, whatever becomes of the note in the status: the memory keeps it.
        slot.Memory = observation.Memory with
        {
            Accepted = new AcceptedOperation(operation.Sequence, operation.ClientToken, now),
            Answered = OperationAttempt.Of(operation),
            SeenUnfinished = TimeSpan.Zero,
            WritesFail = false,
        };
        var accepted = FilterStatusBuilder.Accepted(observation with { Memory = slot.Memory, Now = now }, operation, answer);
        await status.TryWriteIfNewAsync(observation.Declared, accepted, cancellationToken);
        return Outcome.RequeueAfter(limits.Of(slot.Filter.Region).WriteDuration.NextPoll(TimeSpan.Zero));
    }
}
