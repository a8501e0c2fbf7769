using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>
/// What must be seen: interfaces that are selected by id, attribute, pod or node, packed into sessions under the cloud's quotas. The custom
/// resource <c>trafficmirrorpolicies.vpcmirror.io</c>, short name <c>tmpol</c>.
/// </summary>
public sealed record TrafficMirrorPolicy : IResource
{
    /// <summary>The API group and version that this type describes.</summary>
    public const string GroupVersion = "vpcmirror.io/v1alpha1";

    /// <summary>The kind as written in manifests.</summary>
    public const string KindName = "TrafficMirrorPolicy";

    /// <summary>Always <see cref="GroupVersion"/>.</summary>
    public string ApiVersion { get; init; } = GroupVersion;

    /// <summary>Always <see cref="KindName"/>.</summary>
    public string Kind { get; init; } = KindName;

    /// <summary>Name, namespace, generation, resourceVersion, annotations.</summary>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>What the user declares. Never written by the operator.</summary>
    public required TrafficMirrorPolicySpec Spec { get; init; }

    /// <summary>What the operator found and does; null until the first reconcile.</summary>
    public TrafficMirrorPolicyStatus? Status { get; init; }

    /// <summary>The namespace and name.</summary>
    public ObjectKey Key() => new(Metadata.Namespace, Metadata.Name);

    /// <summary>Account and region of its interfaces, targets and sessions.</summary>
    public RegionRef Region() => new(Accounts.Default, Spec.RegionId);
}
