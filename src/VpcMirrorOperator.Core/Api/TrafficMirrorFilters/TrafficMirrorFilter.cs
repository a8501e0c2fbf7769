using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>
/// The rules that one existing Alibaba Cloud VPC traffic mirror filter must have: the custom resource
/// <c>trafficmirrorfilters.vpcmirror.io</c>, short name <c>tmf</c>.
/// </summary>
public sealed record TrafficMirrorFilter : IResource
{
    /// <summary>The API group and version that this type describes.</summary>
    public const string GroupVersion = "vpcmirror.io/v1alpha1";

    /// <summary>The kind as written in manifests.</summary>
    public const string KindName = "TrafficMirrorFilter";

    /// <summary>Always <see cref="GroupVersion"/>.</summary>
    public string ApiVersion { get; init; } = GroupVersion;

    /// <summary>Always <see cref="KindName"/>.</summary>
    public string Kind { get; init; } = KindName;

    /// <summary>Name, namespace, generation, resourceVersion, annotations.</summary>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>What the user declares. Never written by the operator.</summary>
    public required TrafficMirrorFilterSpec Spec { get; init; }

    /// <summary>What the operator found and does; null until the first reconcile.</summary>
    public TrafficMirrorFilterStatus? Status { get; init; }

    /// <summary>The namespace and name.</summary>
    public ObjectKey Key() => new(Metadata.Namespace, Metadata.Name);

    /// <summary>The filter in the cloud that this object speaks for.</summary>
    public FilterRef Filter() => new(Accounts.Default, Spec.RegionId, Spec.TrafficMirrorFilterId);
}
