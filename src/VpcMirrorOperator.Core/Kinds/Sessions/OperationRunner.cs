using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Carries out one write: records the intent in the status with the resourceVersion as fence, calls the cloud, records the answer
/// (rule 6). Every attempt, repeats included, is recorded before it is made. Whatever waits for the cloud needs no worker, and a region has
/// a limited number of places for it.
/// </summary>
internal sealed class OperationRunner(
    StatusWriter<TrafficMirrorSession> status, SessionFinalizers finalizers, RpcClient cloud, SessionReader reader, LearnedLimits limits,
    WritePlaces places, TransitionRecorder transitions, TimeProvider time, ILogger logger, string holder)
{
    private readonly AuditedCalls _calls = new(cloud, time, new AuditLog(holder, logger));
    private readonly RejectionHandler _rejections = new(status, limits, new QuotaUseReader(cloud), transitions, time, logger);

    public async ValueTask<Outcome> RunAsync(
        Observation observation, Decision.Write<OperationState> write, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        slot.Memory = observation.Memory;
        var operation = write.Operation;
        if (await WaitAsync(observation, operation, slot, cancellationToken) is { } wait) return wait;
        var region = slot.Session.Region;
        return places.Run(region, observation.Declared.Key(), () => WriteAsync(observation, write, slot, cancellationToken));
    }

    private async ValueTask<Outcome> WriteAsync(
        Observation observation, Decision.Write<OperationState> write, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        var operation = write.Operation;
        if (write.DryRunFirst && operation.Attempts == 1 && await DryRunAsync(observation, operation, cancellationToken) is { } rejected)
            return await _rejections.HandleAsync(observation, operation, rejected, recorded: false, slot, cancellationToken);
        if (write.DryRunFirst) observation = Validated(observation);
        var held = await finalizers.HoldAsync(observation.Declared, cancellationToken);
        // Counted from here, not from the observation: a dry run may have taken its time.
        var dated = operation with { StartedAt = time.GetUtcNow() };
        var intended = observation with { Declared = held, Plan = observation.Plan with { Operation = dated } };
        return await RecordAndCallAsync(intended, dated, slot, cancellationToken);
    }

    private static Observation Validated(Observation observation)
    {
        var report = observation.Memory.Report with { ValidatedPlan = observation.Plan.Facts?.WholeHash };
        return observation with { Memory = observation.Memory with { Report = report } };
    }

    /// <summary>An intent is only recorded when its call can leave at once. A long wait is told.</summary>
    private async ValueTask<Outcome?> WaitAsync(
        Observation observation, OperationState operation, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        var action = SessionCalls.ActionOf(operation.Verb);
        var pause = cloud.Budget.DelayFor(observation.Declared.Spec.RegionId, action);
        if (pause <= TimeSpan.Zero) return null;
        if (pause <= SessionLimits.UnobservedGrace) return Outcome.RequeueAfter(pause);
        var paused = new CloudException(action, ClientErrorCodes.Paused, "these calls are spaced out; it waits for its turn")
        {
            RetryAfter = pause,
        };
        return await _rejections.HandleAsync(observation, operation, paused, recorded: false, slot, cancellationToken);
    }

    private async ValueTask<CloudException?> DryRunAsync(
        Observation observation, OperationState operation, CancellationToken cancellationToken)
    {
        try
        {
            await _calls.TryAsync(observation, operation, cancellationToken);
            return null;
        }
        catch (CloudException answer)
        {
            return answer;
        }
    }

    private async ValueTask<Outcome> RecordAndCallAsync(
        Observation observation, OperationState operation, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var recorded = await status.WriteAsync(observation.Declared, SessionStatusBuilder.Intent(observation), cancellationToken);
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
            recorded.Key(), operation.Verb.ToString(), recorded.Spec.RegionId, recorded.Session().SessionId, operation.Ids.Count,
            operation.Attempts, operation.Sequence, observation.Plan.Hash);
        try
        {
            var answer = await SendAsync(intended, operation, slot, cancellationToken);
            var noted = Noted(intended, operation, "OK", answer.RequestId);
            return await AcceptedAsync(noted, operation, answer, slot, cancellationToken);
        }
        catch (CloudException error)
        {
            var noted = Noted(intended, operation, error.Code, error.RequestId);
            return await _rejections.HandleAsync(noted, operation, error, recorded: true, slot, cancellationToken);
        }
    }

    private async ValueTask<CallAnswer> SendAsync(
        Observation intended, OperationState operation, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        try
        {
            return await _calls.SendAsync(intended, operation, cancellationToken);
        }
        finally
        {
            if (slot.Session.IsRecorded) reader.Wrote(slot.Session);
        }
    }

    /// <summary>The status tells of the call when it is written next.</summary>
    private Observation Noted(Observation observation, OperationState operation, string result, string? requestId) => observation with
    {
        Memory = observation.Memory.WithCall(LastWrites.Of(operation, result, requestId, time.GetUtcNow())),
    };

    private async ValueTask<Outcome> AcceptedAsync(
        Observation observation, OperationState operation, CallAnswer answer, SessionMemories.Slot slot,
        CancellationToken cancellationToken)
    {
        logger.Accepted(observation.Declared.Key(), operation.Sequence, answer.RequestId);
        // Without the id, what was made has to be looked for.
        if (operation.Verb == OperationVerb.Create && answer.CreatedId is null) return Outcome.RequeueAfter(SessionLimits.BusyPoll);
        if (answer.CreatedId is { } id && slot.Life is { } life) life.Created = (operation.ClientToken, id);
        var now = time.GetUtcNow();
        var memory = observation.Memory;
        // The cloud has the write, whatever becomes of the note in the status: the memory keeps it, and the next observation finds the
        // effect.
        slot.Memory = memory with
        {
            Operation = memory.Operation with
            {
                Accepted = new AcceptedOperation(operation.Sequence, operation.ClientToken, now),
                Answered = OperationAttempt.Of(operation),
                SeenUnfinished = TimeSpan.Zero,
            },
            Report = memory.Report with { WritesFail = false },
        };
        var accepted = SessionStatusBuilder.Accepted(observation with { Memory = slot.Memory, Now = now }, operation, answer);
        await status.TryWriteIfNewAsync(observation.Declared, accepted, cancellationToken);
        return Outcome.RequeueAfter(limits.Of(observation.Declared.Session().Region).WriteDuration.NextPoll(TimeSpan.Zero));
    }
}
