using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>Why a policy is not worked on at all: nothing is written, and nothing removed. Pure.</summary>
internal static class PolicyRefusal
{
    /// <summary>The verdict; null when nothing forbids it.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="tenancy">What namespaces may have (rule S18).</param>
    /// <param name="installation">Whose the sessions would be.</param>
    /// <param name="hasCluster">Whether there are pods and nodes to look at.</param>
    public static PolicyVerdict? Of(TrafficMirrorPolicy policy, TenancyRules tenancy, Installation installation, bool hasCluster)
    {
        if (WhatIsMissing(policy, tenancy) is { } missing)
            return Stalled(
                Reasons.NotAllowed,
                $"The installation's allow-list does not name {missing}. Nothing is read, changed or removed. Ask whoever runs the"
                    + $" operator to "
                + "add it: the chart's value tenancy.namespaces, or the file of --tenancy-file.");
        if (PolicyRules.Fault(policy) is { } fault) return Stalled(Reasons.SpecInvalid, fault);
        if (!hasCluster && NeedsCluster.Of(policy.Spec))
            return Stalled(
                Reasons.NeedsCluster,
                "Entries with pods or nodes need the operator in a cluster: there are none to look at here. Select by id or by"
                    + " attributes.");
        return installation.Id is null ? Stalled(Reasons.NotAllowed, $"No session is created. {installation.Trouble}") : null;
    }

    private static string? WhatIsMissing(TrafficMirrorPolicy policy, TenancyRules tenancy)
    {
        var space = policy.Metadata.Namespace;
        return tenancy.WhatIsMissing(space, policy.Spec.RegionId, null)
            ?? policy.Spec.Targets.Select(target => tenancy.WhatIsMissingToDeclare(space, target.Id)).FirstOrDefault(one =>
                one is not null);
    }

    private static PolicyVerdict Stalled(string reason, string message) =>
        new(ConditionStatus.False, reason, message, NeedsPerson: true, IsWorking: false);
}
