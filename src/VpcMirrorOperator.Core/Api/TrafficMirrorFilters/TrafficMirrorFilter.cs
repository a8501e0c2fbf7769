using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>
/// One Alibaba Cloud VPC traffic mirror filter, existing or created, and the rules that it must have: the custom resource
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

    /// <summary>Whether the operator creates the filter: the object names none.</summary>
    public bool Creates() => Spec.TrafficMirrorFilterId is null;

    /// <summary>The id of the filter: declared, or recorded when the filter was created; null before that.</summary>
    public string? FilterId() => Spec.TrafficMirrorFilterId ?? Status?.TrafficMirrorFilterId;

    /// <summary>
    /// The filter in the cloud that this object speaks for. Before there is one, a name of its own that no filter can have: a namespace has
    /// no dot.
    /// </summary>
    public FilterRef Filter() => new(
        Accounts.Default, Spec.RegionId, FilterId() ?? $"{FilterRef.Unrecorded}{Metadata.Namespace}.{Metadata.Name}");
}
