using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Filters.Metrics;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Is told what happens to an object: transitions only. Called from the reconcile; must not block or throw.</summary>
/// <param name="about">The object, as the reconcile read it.</param>
/// <param name="type">Normal, or a warning.</param>
/// <param name="reason">One of <see cref="Reasons"/>.</param>
/// <param name="message">A sentence for the user, without secrets.</param>
internal delegate void FilterEvent(TrafficMirrorFilter about, EventType type, string reason, string message);

/// <summary>
/// Turns observations into events and counts, once for each transition. Calls of one edit are one transition, and so is a filter that is
/// found in order none.
/// </summary>
/// <param name="events">Is told of transitions; null: nobody is.</param>
/// <param name="metrics">Counts; null: nobody does.</param>
internal sealed class FilterTransitions(FilterEvent? events, FilterCounters? metrics)
{
    private static readonly string[] Edits = [Reasons.AddingRules, Reasons.ChangingRules, Reasons.RemovingRules];

    /// <summary>Records what an observation found.</summary>
    /// <returns>The memory that knows it was told.</returns>
    public FilterMemory Record(FilterObservation observation)
    {
        RecordEnd(observation);
        var (declared, plan, memory) = (observation.Declared, observation.Plan, RecordDrift(observation));
        var (reason, decision) = (plan.Decision.Reason, plan.Decision);
        var isFirst = memory.Announced is null && Conditions.Find(declared.Status?.Conditions ?? [], ConditionTypes.Ready) is null;
        if (decision is Decision.Done && isFirst) return memory with { Announced = reason };
        if (!IsTransition(decision, memory)) return memory;
        events?.Invoke(declared, TypeOf(decision), reason, decision.Message);
        if (FilterConditions.IsGuard(decision)) metrics?.Held();
        if (reason == Reasons.ContestedFilter) metrics?.Contested();
        return memory with { Announced = reason };
    }

    /// <summary>Records a failure that needs a user. A passing one is in the status, and is no event.</summary>
    /// <returns>The memory that knows it was told.</returns>
    public FilterMemory RecordFailure(TrafficMirrorFilter declared, FilterMemory memory, FilterFailure failure)
    {
        if (!failure.NeedsUser || memory.Announced == failure.Reason) return memory;
        events?.Invoke(declared, EventType.Warning, failure.Reason, failure.Message);
        return memory with { Announced = failure.Reason };
    }

    /// <summary>Records that a deleted object is released.</summary>
    public void RecordRelease(TrafficMirrorFilter declared, Decision.Release release) =>
        events?.Invoke(declared, EventType.Normal, release.Reason, release.Message);

    /// <summary>Records that an object that nothing held is gone: its filter is nobody's now.</summary>
    public void RecordGone(TrafficMirrorFilter last) => events?.Invoke(
        last, EventType.Normal, Reasons.Released,
        $"The object is gone, or out of this operator's scope: filter {last.Filter()} stays as it is and is not managed any more.");

    private static EventType TypeOf(Decision decision) =>
        FilterConditions.NeedsPerson(decision) || decision.Reason == Reasons.RuleGap ? EventType.Warning : EventType.Normal;

    private static bool IsTransition(Decision decision, FilterMemory memory) => decision.Reason != memory.Announced && decision switch
    {
        Decision.Wait or Decision.Release => false,
        Decision.Write<OperationState> => !memory.WritesFail
            && !(Edits.Contains(decision.Reason) && memory.Announced is { } told
                && (Edits.Contains(told) || told is Reasons.RuleOrderDiffers or Reasons.RuleGap)),
        _ => true,
    };

    private void RecordEnd(FilterObservation observation)
    {
        if (observation.Declared.Status?.Operation is not { } operation) return;
        if (observation.Plan.Operation?.Sequence == operation.Sequence) return;
        var succeeded = observation.Plan.Facts?.Progress == OperationProgress.Finished;
        metrics?.OperationEnded(operation.Verb, succeeded, observation.Now - operation.StartedAt);
    }

    /// <summary>Once for each change: as long as it cannot be recorded in the status, each observation finds it anew.</summary>
    private FilterMemory RecordDrift(FilterObservation observation)
    {
        var memory = observation.Memory;
        if (observation is not { Plan.Facts: { } facts, Filter: { } filter }) return memory;
        var now = facts.Drifted ? FilterFingerprint.Of(filter) : null;
        if (now is not null && now != memory.ToldDrift) TellDrift(observation.Declared, facts);
        return memory with { ToldDrift = now };
    }

    private void TellDrift(TrafficMirrorFilter declared, FilterFacts facts)
    {
        var more = facts.Changes.Length > 3 ? "; …" : "";
        var what = facts.Changes.IsEmpty ? "" : $" Now: {string.Join("; ", facts.Changes.Take(3))}{more}.";
        events?.Invoke(declared, EventType.Warning, Reasons.RulesChanged, $"The rules were changed outside of this object.{what}");
        metrics?.DriftSeen();
    }
}
