using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Learns from a write that was not accepted, and says when to look again. The recorded operation is judged at that look.</summary>
internal sealed class RefusalHandler(
    IObjectStore<TrafficMirrorSession> store, LearnedLimits knowledge, TransitionRecorder announcer, ReconcilerOptions options, TimeProvider time, ILogger logger)
{
    /// <param name="look">The look that the write came from.</param>
    /// <param name="operation">The write.</param>
    /// <param name="error">The answer, or why there is none.</param>
    /// <param name="recorded">False for a dry run, whose operation is not in the status.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    public async ValueTask<(Outcome Outcome, SessionMemory Memory)> HandleAsync(
        Observation look, OperationState operation, CloudException error, bool recorded, CancellationToken cancellationToken)
    {
        var refusal = Refusals.Classify(error, operation);
        SessionLog.Refused(logger, look.Declared.Key(), operation.Sequence, refusal.ToString(), error.Message);
        var memory = Learn(look, operation, error, refusal);
        if (recorded) memory = Note(memory, operation, refusal);
        if (refusal is not (Refusal.OutcomeUnknown or Refusal.TryAgain or Refusal.PlanAnew or Refusal.NeedsUser))
            return (Outcome.RequeueAfter(CloudErrorTable.Of(error).Class == CloudErrorClass.AlreadyDone ? options.Planner.BusyPoll : TimeSpan.Zero), memory);
        return (Pause(error, refusal), await ReportAsync(look, memory with { WritesFail = true }, operation, error, refusal, cancellationToken));
    }

    private SessionMemory Learn(Observation look, OperationState operation, CloudException error, Refusal refusal)
    {
        var region = look.Declared.Session().Region;
        var now = time.GetUtcNow();
        if (operation is { Verb: OperationVerb.Add, Ids.Count: 1 }) knowledge.Learn(region, known => known.SingleRefused(error.Code));
        if (refusal == Refusal.BatchTooLarge) knowledge.Learn(region, known => known.BatchRefused(error.Code));
        return refusal switch
        {
            Refusal.BadSource => look.Memory.BadSource(operation, error, options.Planner, now),
            Refusal.SessionFull => look.Memory.Quota(look, operation, error, options.Planner, now),
            _ => look.Memory,
        };
    }

    private static SessionMemory Note(SessionMemory memory, OperationState operation, Refusal refusal)
    {
        if (refusal == Refusal.OutcomeUnknown) return memory;
        var answered = memory.WithAnswer(operation);
        return refusal == Refusal.TryAgain ? answered : answered with { RefusedAttempt = OperationAttempt.Of(operation) };
    }

    private async ValueTask<SessionMemory> ReportAsync(
        Observation look, SessionMemory memory, OperationState operation, CloudException error, Refusal refusal, CancellationToken cancellationToken)
    {
        var reason = CloudErrorTable.Of(error).Reason;
        var message = FailureText.Of($"Cannot {(operation.Verb == OperationVerb.Add ? "add" : "remove")} sources", error, look.Declared);
        var status = SessionStatusBuilder.AfterFailure(
            look.Declared, reason, message, refusal == Refusal.NeedsUser, error.RequestId, time.GetUtcNow());
        if (SessionStatusBuilder.IsNews(look.Declared.Status, status)) await StatusNote.TryWriteAsync(store, look.Declared, status, logger, cancellationToken);
        return refusal == Refusal.NeedsUser ? announcer.TellFailure(look.Declared, memory, reason, message) : memory;
    }

    /// <summary>A missing session contradicts the list that the plan was made from: a new list comes soon, and tells the rest.</summary>
    private Outcome Pause(CloudException error, Refusal refusal) =>
        refusal == Refusal.NeedsUser && error.RetryAfter is null && CloudErrorTable.Of(error).Reason != Reasons.SessionNotFound
            ? Outcome.RequeueAfter(options.Planner.StalledPoll)
            : RetryPause.After(error);
}
