using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>
/// The conditions of a policy. Kept clean for kstatus: apart from Ready, a condition is there only while it is true. Pure.
/// </summary>
internal static class PolicyConditions
{
    /// <summary>The conditions after a pass.</summary>
    /// <param name="policy">The policy, with the conditions that it has.</param>
    /// <param name="verdict">What the pass came to.</param>
    /// <param name="isIncomplete">Whether some of what is selected cannot be mirrored.</param>
    /// <param name="isHeld">Whether removals wait for a person.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<Condition> Of(
        TrafficMirrorPolicy policy, PolicyVerdict verdict, bool isIncomplete, bool isHeld, DateTimeOffset now)
    {
        var draft = new Draft(policy, now);
        draft.Set(ConditionTypes.Ready, verdict.Ready, verdict.Reason, verdict.Message);
        draft.Only(ConditionTypes.Reconciling, IsReconciling(verdict), verdict.Reason, verdict.Message);
        draft.Only(ConditionTypes.Stalled, verdict.NeedsPerson, verdict.Reason, verdict.Message);
        draft.Only(ConditionTypes.SafetyHold, isHeld, verdict.Reason, verdict.Message);
        draft.Only(
            ConditionTypes.Paused, policy.Spec.IsSuspended(), Reasons.Suspended, "spec.suspend is true: nothing is written.");
        draft.Only(
            ConditionTypes.CoverageIncomplete, isIncomplete, "OutOfReach",
            "Some of what is selected cannot be mirrored: see status.reasons.");
        return draft.List;
    }

    private static bool IsReconciling(PolicyVerdict verdict) =>
        verdict is { NeedsPerson: false, IsWorking: true, Ready: not ConditionStatus.True };

    /// <summary>The conditions so far; one that says the same stays the instance that it was.</summary>
    private sealed class Draft(TrafficMirrorPolicy policy, DateTimeOffset now)
    {
        public IReadOnlyList<Condition> List { get; private set; } = policy.Status?.Conditions ?? [];

        public void Only(string type, bool holds, string reason, string message)
        {
            if (holds) Set(type, ConditionStatus.True, reason, message);
            else List = Conditions.Remove(List, type);
        }

        public void Set(string type, ConditionStatus status, string reason, string message) => List = Conditions.Set(
            List,
            new Condition
            {
                Type = type, Status = status, Reason = reason, Message = message, ObservedGeneration = policy.Metadata.Generation,
            },
            now);
    }
}
