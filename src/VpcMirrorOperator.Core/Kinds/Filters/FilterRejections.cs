using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Learns from a write that was not accepted, and says when to observe again. The recorded operation is judged at that observation.
/// </summary>
internal sealed class FilterRejections(
    StatusWriter<TrafficMirrorFilter> status, FilterTransitions transitions, TimeProvider time, ILogger logger)
{
    /// <param name="observation">The observation that the write came from.</param>
    /// <param name="operation">The write.</param>
    /// <param name="error">The answer, or why there is none.</param>
    /// <param name="recorded">False for a dry run, whose operation is not in the status.</param>
    /// <param name="slot">The object's memory.</param>
    /// <param name="cancellationToken">Ends the reconcile.</param>
    public async ValueTask<Outcome> HandleAsync(
        FilterObservation observation, OperationState operation, CloudException error, bool recorded, FilterMemories.Slot slot,
        CancellationToken cancellationToken)
    {
        WriteConsequence? meaning = error.OutcomeUnknown ? null : CloudErrorTable.Of(error).Write;
        logger.NotAccepted(observation.Declared.Key(), operation.Sequence, meaning?.ToString() ?? "OutcomeUnknown", error.Message);
        slot.Memory = recorded && meaning is { } known ? Answered(observation.Memory, operation, known) : observation.Memory;
        if (meaning == WriteConsequence.TooMany && operation.Verb == OperationVerb.CreateRules)
        {
            slot.Memory = slot.Memory with
            {
                Quota = observation.Filter?.Rules.Count ?? 0, QuotaUntil = time.GetUtcNow() + FilterTimes.QuotaMemory,
                WritesFail = true,
            };
            return Outcome.RequeueAfter(TimeSpan.Zero);
        }

        var needsUser = meaning is not (null or WriteConsequence.Repeat or WriteConsequence.PlanAnew);
        slot.Memory = slot.Memory with { WritesFail = true };
        var failure = FilterFailure.Of(FilterFailure.What(operation.Verb), error, needsUser);
        await ReportAsync(observation, failure, slot, cancellationToken);
        return needsUser && error.RetryAfter is null ? Outcome.RequeueAfter(FilterTimes.StalledPoll) : RetryPause.After(error);
    }

    private static FilterMemory Answered(FilterMemory memory, OperationState operation, WriteConsequence meaning)
    {
        var answered = memory.WithAnswer(operation);
        return meaning == WriteConsequence.Repeat ? answered : answered with { Rejected = OperationAttempt.Of(operation) };
    }

    private async ValueTask ReportAsync(
        FilterObservation observation, FilterFailure failure, FilterMemories.Slot slot, CancellationToken cancellationToken)
    {
        slot.Memory = transitions.RecordFailure(observation.Declared, slot.Memory, failure);
        var failed = FilterStatusBuilder.Failed(observation.Declared, failure, observation.ReadAt, time.GetUtcNow());
        await status.TryWriteIfNewAsync(observation.Declared, failed, cancellationToken);
    }
}
