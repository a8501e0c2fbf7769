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
    public static IReadOnlyList<Condition> Of(TrafficMirrorPolicy policy, PolicyVerdict verdict, bool isIncomplete, bool isHeld,
        DateTimeOffset now)
    {
        var list = policy.Status?.Conditions ?? [];
        list = Set(list, policy, ConditionTypes.Ready, verdict.Ready, verdict.Reason, verdict.Message, now);
        list = Only(list, policy, ConditionTypes.Reconciling, verdict is { NeedsPerson: false, IsWorking: true,
            Ready: not ConditionStatus.True }, verdict, now);
        list = Only(list, policy, ConditionTypes.Stalled, verdict.NeedsPerson, verdict, now);
        list = Only(list, policy, ConditionTypes.SafetyHold, isHeld, verdict, now);
        list = policy.Spec.IsSuspended()
            ? Set(list, policy, ConditionTypes.Paused, ConditionStatus.True, Reasons.Suspended,
                "spec.suspend is true: nothing is written.", now)
            : Conditions.Remove(list, ConditionTypes.Paused);
        return isIncomplete
            ? Set(
                list, policy, ConditionTypes.CoverageIncomplete, ConditionStatus.True, "OutOfReach",
                "Some of what is selected cannot be mirrored: see status.reasons.", now)
            : Conditions.Remove(list, ConditionTypes.CoverageIncomplete);
    }

    private static IReadOnlyList<Condition> Only(
        IReadOnlyList<Condition> list, TrafficMirrorPolicy policy, string type, bool holds, PolicyVerdict verdict, DateTimeOffset now) =>
        holds ? Set(list, policy, type, ConditionStatus.True, verdict.Reason, verdict.Message, now) : Conditions.Remove(list, type);

    private static IReadOnlyList<Condition> Set(
        IReadOnlyList<Condition> list, TrafficMirrorPolicy policy, string type, ConditionStatus status, string reason, string message,
        DateTimeOffset now) => Conditions.Set(
        list,
        new Condition { Type = type, Status = status, Reason = reason, Message = message, ObservedGeneration = policy.Metadata.Generation },
        now);
}
