using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Carries out one write: records the intent in the status with the resourceVersion as fence, calls the cloud, records the answer
/// (rule 6). Every attempt, repeats included, is recorded before it is made.
/// </summary>
internal sealed class OperationRunner(
    IObjectStore<TrafficMirrorSession> store, SessionFinalizers finalizers, RpcClient cloud, LearnedLimits knowledge, TransitionRecorder announcer,
    ReconcilerOptions options, TimeProvider time, ILogger logger)
{
    private readonly AuditedCalls _calls = new(cloud, options, time, logger);
    private readonly RefusalHandler _refusals = new(store, knowledge, announcer, options, time, logger);

    public async ValueTask<(Outcome Outcome, SessionMemory Memory)> RunAsync(Observation look, Decision.Write write, CancellationToken cancellationToken)
    {
        var operation = write.Operation;
        var pause = cloud.Budget.DelayFor(look.Declared.Spec.RegionId, SourceCalls.ActionOf(operation));
        if (pause > TimeSpan.Zero) return (Outcome.RequeueAfter(pause), look.Memory);
        if (write.DryRunFirst && operation.Attempts == 1 && await DryRunAsync(look, operation, cancellationToken) is { } refused)
            return await _refusals.HandleAsync(look, operation, refused, recorded: false, cancellationToken);
        var validated = write.DryRunFirst ? look with { Memory = look.Memory with { ValidatedPlan = look.Plan.Hash } } : look;
        var held = validated with { Declared = await finalizers.HoldAsync(validated.Declared, cancellationToken) };
        // Counted from here, not from the look: a dry run may have taken its time.
        var dated = operation with { StartedAt = time.GetUtcNow() };
        return await RecordAndCallAsync(held with { Plan = held.Plan with { Operation = dated } }, dated, cancellationToken);
    }

    private async ValueTask<CloudException?> DryRunAsync(Observation look, OperationState operation, CancellationToken cancellationToken)
    {
        try
        {
            await SourceCalls.SendAsync(cloud, look.Declared.Session(), operation, dryRun: true, deadline: null, cancellationToken);
            return null;
        }
        catch (CloudException answer)
        {
            return answer.IsDryRunSuccess ? null : answer;
        }
    }

    private async ValueTask<(Outcome Outcome, SessionMemory Memory)> RecordAndCallAsync(Observation look, OperationState operation, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var recorded = await store.WriteStatusAsync(look.Declared, Intent(look), cancellationToken);
        if (time.GetElapsedTime(begun) > options.IntentFreshness)
        {
            SessionLog.IntentTooOld(logger, look.Declared.Key(), operation.Sequence);
            return (Outcome.RequeueAfter(TimeSpan.Zero), look.Memory.WithAnswer(operation));
        }
        var intended = look with { Declared = recorded };
        SessionLog.Calling(
            logger, recorded.Key(), operation.Verb.ToString(), operation.Ids.Count, recorded.Spec.TrafficMirrorSessionId,
            operation.Attempts, operation.Sequence, look.Plan.Hash);
        try
        {
            var requestId = await _calls.SendAsync(intended, operation, cancellationToken);
            return await AcceptedAsync(intended, operation, requestId, cancellationToken);
        }
        catch (CloudException error)
        {
            return await _refusals.HandleAsync(intended, operation, error, recorded: true, cancellationToken);
        }
    }

    private static TrafficMirrorSessionStatus Intent(Observation look)
    {
        var status = SessionStatusBuilder.AfterLook(look.Declared, look.Plan, look.Snapshot.Session, look.Memory, look.Now);
        return look.Memory.WritesFail && look.Declared.Status is { } old ? status with { Conditions = old.Conditions } : status;
    }

    private async ValueTask<(Outcome Outcome, SessionMemory Memory)> AcceptedAsync(
        Observation look, OperationState operation, string? requestId, CancellationToken cancellationToken)
    {
        SessionLog.Accepted(logger, look.Declared.Key(), operation.Sequence, requestId);
        var now = time.GetUtcNow();
        var memory = look.Memory with
        {
            Accepted = new AcceptedOperation(operation.Sequence, now),
            Answered = OperationAttempt.Of(operation),
            SeenUnfinished = TimeSpan.Zero,
            WritesFail = false,
        };
        var accepted = look.Plan with
        {
            Operation = operation with { AcceptedAt = now },
            Decision = new Decision.Wait(Reasons.WaitingForCloud, look.Plan.Decision.Message, null),
        };
        var status = SessionStatusBuilder.AfterLook(look.Declared, accepted, look.Snapshot.Session, memory, now) with { LastRequestId = requestId };
        // The cloud has the write, whatever becomes of this note: the memory keeps it, and the next look finds the effect.
        await StatusNote.TryWriteAsync(store, look.Declared, status, logger, cancellationToken);
        return (Outcome.RequeueAfter(knowledge.Of(look.Declared.Session().Region).WriteDuration.NextPoll(TimeSpan.Zero)), memory);
    }
}
