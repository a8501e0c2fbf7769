using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// The conditions that a decision means. <c>Ready</c> is always there; the others only while true, so that kstatus, Flux, Helm and
/// Argo CD read the same thing: <c>Reconciling</c> is in progress, <c>Stalled</c> is failed.
/// </summary>
internal static class FilterConditions
{
    public static IReadOnlyList<Condition> Of(TrafficMirrorFilter declared, FilterPlan plan, DateTimeOffset now)
    {
        var decision = plan.Decision;
        var draft = new Draft(declared, decision.Reason, decision.Message, now);
        draft.Ready(decision is Decision.Done ? ConditionStatus.True : ConditionStatus.False);
        draft.Only(ConditionTypes.Reconciling, decision is Decision.Wait or Decision.Write<OperationState>);
        draft.Only(ConditionTypes.Stalled, NeedsPerson(decision));
        draft.Only(ConditionTypes.SafetyHold, IsGuard(decision));
        draft.Only(ConditionTypes.OwnershipConflict, decision.Reason is Reasons.OwnershipConflict or Reasons.ContestedFilter);
        draft.Paused();
        draft.Drift(plan);
        return draft.List;
    }

    public static IReadOnlyList<Condition> OfFailure(
        TrafficMirrorFilter declared, string reason, string message, bool needsUser, DateTimeOffset now)
    {
        var draft = new Draft(declared, reason, message, now);
        draft.Ready(needsUser ? ConditionStatus.False : ConditionStatus.Unknown);
        draft.Only(ConditionTypes.Reconciling, !needsUser);
        draft.Only(ConditionTypes.Stalled, needsUser);
        draft.Paused();
        return draft.List;
    }

    /// <summary>Whether the guard holds the plan.</summary>
    public static bool IsGuard(Decision decision) => decision is Decision.Hold { Reason: Reasons.LastAcceptingRule };

    /// <summary>Whether nothing more happens until a person acts.</summary>
    public static bool NeedsPerson(Decision decision) =>
        decision is Decision.Stall || IsGuard(decision) || decision.Reason == Reasons.ObserveOnly;

    private sealed class Draft(TrafficMirrorFilter declared, string reason, string message, DateTimeOffset now)
    {
        public IReadOnlyList<Condition> List { get; private set; } = declared.Status?.Conditions ?? [];

        public void Ready(ConditionStatus status) => Set(ConditionTypes.Ready, status, reason, message);

        public void Only(string type, bool holds) => Only(type, holds, reason, message);

        public void Paused() => Only(
            ConditionTypes.Paused, declared.Spec.IsSuspended(), Reasons.Suspended, FilterSteps.SuspendedMessage);

        /// <summary>Stays from the moment somebody else's change is seen until nothing is left to do.</summary>
        public void Drift(FilterPlan plan)
        {
            var differs = plan.Facts is { Changes.IsEmpty: false };
            var known = Conditions.Find(List, ConditionTypes.DriftDetected) is not null;
            var repaired = declared.Spec.IsSuspended() || declared.Spec.Policy() == ManagementPolicy.Observe
                ? "It is not repaired while spec.suspend or managementPolicy: Observe stands."
                : "What spec.managementPolicy allows is repaired by itself.";
            Only(
                ConditionTypes.DriftDetected, differs && (plan.Facts!.Drifted || known), Reasons.RulesChanged,
                $"The rules were changed outside of this object. {repaired} Find out who did it (ActionTrail).");
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
