using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// The conditions that a decision means. <c>Ready</c> is always there; the others only while true, so that kstatus, Flux, Helm and
/// Argo CD read the same thing: <c>Reconciling</c> is in progress, <c>Stalled</c> is failed.
/// </summary>
internal static class SessionConditions
{
    public static IReadOnlyList<Condition> Of(TrafficMirrorSession declared, Plan plan, ObservedSession? session, DateTimeOffset now)
    {
        var decision = plan.Decision;
        var draft = new Draft(declared, decision.Reason, decision.Message, now);
        draft.Ready(decision is Decision.Done && session is { IsMirroring: true } ? ConditionStatus.True : ConditionStatus.False);
        draft.Only(ConditionTypes.Reconciling, decision is Decision.Wait or Decision.Write<OperationState>);
        draft.Only(ConditionTypes.Stalled, NeedsPerson(decision));
        draft.Only(ConditionTypes.SafetyHold, IsGuard(decision));
        draft.Conflict(plan);
        draft.Paused();
        draft.Drift(plan);
        return draft.List;
    }

    public static IReadOnlyList<Condition> OfFailure(TrafficMirrorSession declared, FailedCall failure, DateTimeOffset now)
    {
        var draft = new Draft(declared, failure.Reason, failure.Message, now);
        draft.Ready(failure.NeedsUser ? ConditionStatus.False : ConditionStatus.Unknown);
        draft.Only(ConditionTypes.Reconciling, !failure.NeedsUser);
        draft.Only(ConditionTypes.Stalled, failure.NeedsUser);
        draft.Paused();
        return draft.List;
    }

    /// <summary>Whether a guard holds the plan.</summary>
    public static bool IsGuard(Decision decision) =>
        decision is Decision.Hold && GuardReasons.All.Contains(decision.Reason);

    /// <summary>
    /// Whether nothing more happens until a person acts. This one question decides <c>Stalled</c>, the type of the event and, through
    /// <c>Stalled</c>, the level of the log line.
    /// </summary>
    public static bool NeedsPerson(Decision decision) =>
        decision is Decision.Stall || IsGuard(decision) || decision.Reason == Reasons.ObserveOnly;

    private static string Next(TrafficMirrorSession declared) =>
        declared.Spec.IsSuspended() || declared.Spec.Policy() == ManagementPolicy.Observe
        ? "It is not repaired while spec.suspend or managementPolicy: Observe stands."
        : "What spec.managementPolicy allows is repaired by itself.";

    private sealed class Draft(TrafficMirrorSession declared, string reason, string message, DateTimeOffset now)
    {
        public IReadOnlyList<Condition> List { get; private set; } = declared.Status?.Conditions ?? [];

        public void Ready(ConditionStatus status) => Set(ConditionTypes.Ready, status, reason, message);

        public void Only(string type, bool holds) => Only(type, holds, reason, message);

        public void Paused() => Only(
            ConditionTypes.Paused, declared.Spec.IsSuspended(), Reasons.Suspended,
            declared.IsDetaching() ? Deletion.Suspended : Suspension.Message);

        /// <summary>A contest lasts through our own attempts to write.</summary>
        public void Conflict(Plan plan)
        {
            if (plan.Facts is { IsContested: true })
                Only(ConditionTypes.OwnershipConflict, true, Reasons.ContestedSession, ContestRules.Message(plan.Facts?.Contest!));
            else Only(ConditionTypes.OwnershipConflict, reason == Reasons.OwnershipConflict);
        }

        /// <summary>Stays from the moment somebody else's change is seen until nothing is left to do.</summary>
        public void Drift(Plan plan)
        {
            var differs = plan.Diff is { IsEmpty: false };
            var known = Conditions.Find(List, ConditionTypes.DriftDetected)?.Reason == Reasons.ChangedBySomebodyElse;
            if (differs && (plan.Drifted || known))
                Only(
                    ConditionTypes.DriftDetected, true, Reasons.ChangedBySomebodyElse,
                    $"The source list was changed outside of this object. {Next(declared)} Find out who did it (ActionTrail).");
            else if (plan.Facts is { ChangedAttributes: { IsEmpty: false } changed })
                Only(
                    ConditionTypes.DriftDetected, true, Reasons.AttributesChanged,
                    $"Declared attributes were changed outside of this object: {AttributeDrift.Told(changed)}. {Next(declared)} "
                    + "Find out who did it (ActionTrail).");
            else if (plan.Facts?.Alteration is { } alteration)
                Only(ConditionTypes.DriftDetected, true, Reasons.AttributesChanged, Alteration.Message(alteration));
            else Only(ConditionTypes.DriftDetected, false);
        }

        private void Only(string type, bool holds, string why, string text)
        {
            if (holds) Set(type, ConditionStatus.True, why, text);
            else List = Conditions.Remove(List, type);
        }

        private void Set(string type, ConditionStatus status, string why, string text) => List = Conditions.Set(
            List,
            new Condition { Type = type, Status = status, Reason = why, Message = text, ObservedGeneration = declared.Metadata.Generation },
            now);
    }
}
