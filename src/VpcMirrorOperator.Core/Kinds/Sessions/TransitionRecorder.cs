using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Metrics;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Turns observations into events and counts, once for each transition: <see cref="SessionMemory.Announced"/> says what was told last.
/// Waiting for the cloud between two batches is no transition, and neither is a session that is found in order.
/// </summary>
/// <param name="events">Is told of transitions; null: nobody is.</param>
/// <param name="metrics">Counts; null: nobody does.</param>
/// <param name="audit">Receives a line for each plan whose removals a guard refuses.</param>
internal sealed class TransitionRecorder(ISessionEvents? events, ISessionMetrics? metrics, AuditLog audit)
{
    /// <summary>Records what an observation found.</summary>
    /// <returns>The memory that knows it was told.</returns>
    public SessionMemory Record(Observation observation)
    {
        RecordEnd(observation);
        if (observation.Plan.Drifted) RecordDrift(observation);
        RecordApproval(observation);
        RecordAlteration(observation);
        RecordChangedAttributes(observation);
        if (observation.Plan.Facts is { IsContested: true } && !IsTold(observation.Declared)) metrics?.Contested();
        if (IsFoundInOrder(observation)) return Announced(observation.Memory, observation.Plan.Decision.Reason);
        return IsTransition(observation) ? RecordDecision(observation) : observation.Memory;
    }

    /// <summary>Records a failure that needs a user. A passing one is in the status, and is no event.</summary>
    /// <returns>The memory that knows it was told.</returns>
    public SessionMemory RecordFailure(TrafficMirrorSession declared, SessionMemory memory, FailedCall failure)
    {
        if (memory.Announced == failure.Reason) return memory;
        events?.Record(declared, SessionEventType.Warning, failure.Reason, failure.Message);
        return Announced(memory, failure.Reason);
    }

    /// <summary>Records that an object that nothing held is gone: its session is nobody's now.</summary>
    /// <param name="last">The object as it was known last.</param>
    public void RecordGone(TrafficMirrorSession last) => events?.Record(
        last, SessionEventType.Normal, Reasons.Released,
        $"The object is gone, or out of this operator's scope: session {last.Session()} stays as it is and is not managed any more.");

    /// <summary>Records that a deleted object is released.</summary>
    public void RecordRelease(TrafficMirrorSession declared, Decision.Release release) =>
        events?.Record(declared, SessionEventType.Normal, release.Reason, release.Message);

    private SessionMemory RecordDecision(Observation observation)
    {
        var (declared, memory, decision) = (observation.Declared, observation.Memory, observation.Plan.Decision);
        var type = SessionConditions.NeedsPerson(decision) ? SessionEventType.Warning : SessionEventType.Normal;
        events?.Record(declared, type, decision.Reason, decision.Message);
        if (decision is Decision.Hold hold && SessionConditions.IsGuard(hold))
        {
            metrics?.Held(hold.Reason);
            audit.Held(declared, observation.Plan, hold);
        }
        return Announced(memory, decision.Reason);
    }

    private static SessionMemory Announced(SessionMemory memory, string reason) =>
        memory.Announced == reason ? memory : memory with { Announced = reason };

    /// <summary>The first that is said of the object, and nothing had to be done: no news, for thousands of objects at once.</summary>
    private static bool IsFoundInOrder(Observation observation) =>
        observation is { Plan.Decision: Decision.Done, Memory.Announced: null }
        && Conditions.Find(observation.Declared.Status?.Conditions ?? [], ConditionTypes.Ready) is null;

    private static bool IsTransition(Observation observation)
    {
        var (decision, memory) = (observation.Plan.Decision, observation.Memory);
        return decision.Reason != memory.Announced && decision switch
        {
            Decision.Wait or Decision.Release => false,
            // A failing write, or one more try with a rejected source, was told as what it came to.
            Decision.Write<OperationState> write =>
                !memory.Report.WritesFail
                && !(write.Operation.IsOfSources() && write.Operation.Ids.All(memory.Trials.Rejected.ContainsKey)),
            _ => true,
        };
    }

    private void RecordEnd(Observation observation)
    {
        var plan = observation.Plan;
        if (observation.Declared.Status?.Operation is not { } operation || plan.Operation?.Sequence == operation.Sequence) return;
        metrics?.OperationEnded(operation.Verb, plan.Progress == OperationProgress.Finished, observation.Now - operation.StartedAt);
    }

    private static bool IsTold(TrafficMirrorSession declared) =>
        Conditions.Find(declared.Status?.Conditions ?? [], ConditionTypes.OwnershipConflict)?.Reason == Reasons.ContestedSession;

    private void RecordDrift(Observation observation)
    {
        var diff = observation.Plan.Diff;
        var missing = diff is { ToAdd.IsEmpty: false } ? $" Missing now: {NamedIds.Of(diff.ToAdd)}." : "";
        var extra = diff is { ToRemove.IsEmpty: false } ? $" Not declared: {NamedIds.Of(diff.ToRemove)}." : "";
        events?.Record(
            observation.Declared, SessionEventType.Warning, Reasons.ChangedBySomebodyElse,
            $"The source list was changed outside of this object.{missing}{extra}");
        metrics?.DriftSeen();
    }

    /// <summary>
    /// Once for each alteration, and for its acceptance. One that redirects the traffic is also what the object stalls with, and told then.
    /// </summary>
    private void RecordAlteration(Observation observation)
    {
        if (observation.Plan.Facts is not { } facts) return;
        var (declared, before) = (observation.Declared, observation.Declared.Status?.Alteration);
        if (before is not null && facts.Alteration is null && Alteration.IsAccepted(declared, before))
            events?.Record(declared, SessionEventType.Normal, Reasons.SessionAccepted, $"Accepted: {Alteration.Told(before)}.");
        if (facts.Alteration is { } now && now.Hash != before?.Hash && !Alteration.Redirects(now))
            events?.Record(declared, SessionEventType.Warning, Reasons.AttributesChanged, Alteration.Message(now));
    }

    /// <summary>Declared attributes that somebody changed: the status still has them as they were, so it is told once.</summary>
    private void RecordChangedAttributes(Observation observation)
    {
        if (observation.Plan.Facts is not { ChangedAttributes: { IsEmpty: false } changed }) return;
        events?.Record(
            observation.Declared, SessionEventType.Warning, Reasons.AttributesChanged,
            $"Declared attributes were changed outside of this object: {AttributeDrift.Told(changed)}.");
        metrics?.DriftSeen();
    }

    /// <summary>Once, when the approval begins to count.</summary>
    private void RecordApproval(Observation observation)
    {
        if (observation.Plan.Facts is not { IsApproved: true } facts || observation.Declared.Status?.Plan?.ApprovedHash is not null) return;
        events?.Record(
            observation.Declared, SessionEventType.Normal, Reasons.PlanApproved,
            $"Removals are approved by plan {facts.Hash}: {NamedIds.Of(facts.Diff.ToRemove)}.");
    }
}
