using System.Text.Json;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>The kind <see cref="TrafficMirrorPolicy"/> as stores and informers see it.</summary>
internal static class PolicyKind
{
    private static readonly KeptMetadata Kept = new()
    {
        Annotations = [Annotations.ApprovedPlan, Annotations.AcceptedSession, Annotations.Recreate, Annotations.ReconcileRequestedAt],
    };

    /// <summary>Where it is served, how it is read and written.</summary>
    public static ResourceKind<TrafficMirrorPolicy> Resource { get; } = new()
    {
        Kind = TrafficMirrorPolicy.KindName,
        Path = new ResourcePath("vpcmirror.io", "v1alpha1", "trafficmirrorpolicies"),
        Type = Kept.Of(OperatorJson.Default.TrafficMirrorPolicy),
        Conditions = policy => policy.Status?.Conditions ?? [],
        SaysTheSame = PolicyStatusBuilder.SaysTheSame,
        HasOpenCall = _ => false,
        Finalizers = _ => [Finalizers.Detach],
        Identity = policy => $"{policy.Spec.RegionId}/{policy.Key()}",
        Spec = policy => EmptyLists.Without(
            JsonSerializer.SerializeToNode(policy.Spec, OperatorJson.Default.TrafficMirrorPolicySpec)!.AsObject()),
        Status = policy => policy.Status is { } status
            ? EmptyLists.Without(JsonSerializer.SerializeToNode(status, OperatorJson.Default.TrafficMirrorPolicyStatus)!.AsObject())
            : null,
    };
}
