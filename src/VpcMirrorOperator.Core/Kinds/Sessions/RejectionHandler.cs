using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Learns from a write that was not accepted, and says when to observe again. The recorded operation is judged at that observation.
/// </summary>
internal sealed class RejectionHandler(
    StatusWriter<TrafficMirrorSession> status, LearnedLimits limits, QuotaUseReader quotas, TransitionRecorder transitions,
    TimeProvider time, ILogger logger)
{
    /// <param name="observation">The observation that the write came from.</param>
    /// <param name="operation">The write.</param>
    /// <param name="error">The answer, or why there is none.</param>
    /// <param name="recorded">False for a dry run, whose operation is not in the status.</param>
    /// <param name="slot">The object's memory.</param>
    /// <param name="cancellationToken">Ends the reconcile.</param>
    public async ValueTask<Outcome> HandleAsync(
        Observation observation, OperationState operation, CloudException error, bool recorded, SessionMemories.Slot slot,
        CancellationToken cancellationToken)
    {
        var rejection = Rejections.Classify(error, operation);
        logger.NotAccepted(observation.Declared.Key(), operation.Sequence, rejection.ToString(), error.Message);
        LearnLimits(observation, operation, error, rejection);
        // First what is certain: asking for lists takes its time, and may be given up.
        slot.Memory = recorded ? Answered(observation.Memory, operation, rejection) : observation.Memory;
        var quota = Rejections.MayBeQuota(error, operation) ? await UsedUpAsync(observation, operation, error, cancellationToken) : null;
        slot.Memory = slot.Memory with { Trials = Tried(observation, operation, error, rejection, quota) };
        rejection = Explained(observation, operation, error, rejection, quota);
        if (rejection == Rejection.AttributesRefused)
        {
            slot.Memory = slot.Memory with { Attributes = Refused(slot.Memory.Attributes, observation, operation, error) };
            return Outcome.RequeueAfter(TimeSpan.Zero);
        }
        if (rejection is not (Rejection.OutcomeUnknown or Rejection.TryAgain or Rejection.PlanAnew or Rejection.NeedsUser))
            return Outcome.RequeueAfter(
                CloudErrorTable.Of(error).Class == CloudErrorClass.AlreadyDone ? SessionLimits.BusyPoll : TimeSpan.Zero);
        slot.Memory = slot.Memory with { Report = slot.Memory.Report with { WritesFail = true } };
        await ReportAsync(observation, operation, error, rejection, slot, cancellationToken);
        return Pause(error, rejection);
    }

    /// <summary>
    /// The code for a number that is taken is not documented. So a refused Update with a priority is tried without it; if that is accepted,
    /// it was the number.
    /// </summary>
    private AttributeTrial Refused(AttributeTrial trial, Observation observation, OperationState operation, CloudException error)
    {
        var now = time.GetUtcNow();
        if (operation.Parameters?.ContainsKey(AttributeDiff.Priority) == true
            && observation.Plan.Facts?.Attributes.WantedPriority is { } priority) return trial.WithPriority(priority, now);
        var message = FailureText.Of($"Cannot {SessionCalls.WhatOf(operation.Verb)}", error, observation.Declared);
        return trial.With(operation, new FailedCall(CloudErrorTable.Of(error).Reason, message, NeedsUser: true, error.RequestId), now);
    }

    private void LearnLimits(Observation observation, OperationState operation, CloudException error, Rejection rejection)
    {
        var region = observation.Declared.Session().Region;
        if (operation is { Verb: OperationVerb.Add or OperationVerb.Create, Ids.Count: 1 })
            limits.Learn(region, known => known.SingleRejected(error.Code));
        if (rejection == Rejection.BatchTooLarge) limits.Learn(region, known => known.BatchRejected(error.Code));
    }

    /// <summary>What the cloud's lists say of a source that was refused alone.</summary>
    private async ValueTask<UsedUpQuota?> UsedUpAsync(
        Observation observation, OperationState operation, CloudException error, CancellationToken cancellationToken)
    {
        if (observation.Snapshot.Session is not { } session) return null;
        var (region, source) = (observation.Declared.Spec.RegionId, operation.Ids[0]);
        var use = await quotas.FindAsync(region, source, session.State.TargetId, cancellationToken);
        var found = QuotaFinding.Of(session, source, use);
        return found is { IsExact: true } || CloudErrorTable.Of(error).Write == WriteConsequence.TooMany ? found : null;
    }

    /// <summary>
    /// A refusal is that of a quota if the lists say so, whatever its code. If not, and nobody knows the code, the source is put aside and
    /// another one tried; when that gets the same answer, a user is told, and the next try comes slowly.
    /// </summary>
    private static Rejection Explained(
        Observation observation, OperationState operation, CloudException error, Rejection rejection, UsedUpQuota? quota) =>
        quota is not null ? Rejection.QuotaMet
        // Marks of what was created are no declared attributes: nothing can go on without them.
        : rejection == Rejection.AttributesRefused && observation.Plan.Life is not null ? Rejection.NeedsUser
        : rejection != Rejection.Unclear ? rejection
        : observation.Memory.Trials.IsSecond(operation, error) ? Rejection.NeedsUser
        : Rejection.BadSource;

    private SourceTrials Tried(
        Observation observation, OperationState operation, CloudException error, Rejection rejection, UsedUpQuota? quota)
    {
        var trials = observation.Memory.Trials;
        if (quota is not null || rejection == Rejection.QuotaMet)
            return trials.Quota(observation, operation, error, quota, time.GetUtcNow());
        return rejection is Rejection.BadSource or Rejection.Unclear ? trials.BadSource(operation, error, time.GetUtcNow()) : trials;
    }

    private static SessionMemory Answered(SessionMemory memory, OperationState operation, Rejection rejection)
    {
        if (rejection == Rejection.OutcomeUnknown) return memory;
        var answered = memory.WithAnswer(operation);
        return rejection == Rejection.TryAgain
            ? answered
            : answered with { Operation = answered.Operation with { RejectedAttempt = OperationAttempt.Of(operation) } };
    }

    private async ValueTask ReportAsync(
        Observation observation, OperationState operation, CloudException error, Rejection rejection, SessionMemories.Slot slot,
        CancellationToken cancellationToken)
    {
        var declared = observation.Declared;
        var message = FailureText.Of($"Cannot {SessionCalls.WhatOf(operation.Verb)}", error, declared);
        var failure = new FailedCall(CloudErrorTable.Of(error).Reason, message, rejection == Rejection.NeedsUser, error.RequestId);
        if (failure.NeedsUser) slot.Memory = transitions.RecordFailure(declared, slot.Memory, failure);
        var failed = SessionStatusBuilder.Failed(declared, failure, observation.Snapshot.ReadAt, time.GetUtcNow());
        await status.TryWriteIfNewAsync(declared, failed, cancellationToken);
    }

    /// <summary>A missing session contradicts the list that the plan was made from: a new list comes soon, and tells the rest.</summary>
    private static Outcome Pause(CloudException error, Rejection rejection) =>
        rejection == Rejection.NeedsUser && error.RetryAfter is null && CloudErrorTable.Of(error).Reason != Reasons.SessionNotFound
            ? Outcome.RequeueAfter(SessionLimits.StalledPoll)
            : RetryPause.After(error);
}
