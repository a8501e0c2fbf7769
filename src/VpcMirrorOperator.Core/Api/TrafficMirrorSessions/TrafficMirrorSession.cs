using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>
/// The sources that one existing Alibaba Cloud VPC traffic mirror session must have:
/// the custom resource <c>trafficmirrorsessions.vpcmirror.io</c>, short name <c>tms</c>.
/// </summary>
public sealed record TrafficMirrorSession : IResource
{
    /// <summary>The API group and version that this type describes.</summary>
    public const string GroupVersion = "vpcmirror.io/v1alpha1";

    /// <summary>The kind as written in manifests.</summary>
    public const string KindName = "TrafficMirrorSession";

    /// <summary>Always <see cref="GroupVersion"/>.</summary>
    public string ApiVersion { get; init; } = GroupVersion;

    /// <summary>Always <see cref="KindName"/>.</summary>
    public string Kind { get; init; } = KindName;

    /// <summary>Name, namespace, generation, resourceVersion, annotations.</summary>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>What the user declares. Never written by the operator.</summary>
    public required TrafficMirrorSessionSpec Spec { get; init; }

    /// <summary>What the operator found and does; null until the first reconcile.</summary>
    public TrafficMirrorSessionStatus? Status { get; init; }

    /// <summary>The namespace and name.</summary>
    public ObjectKey Key() => new(Metadata.Namespace, Metadata.Name);

    /// <summary>The cloud session that this object speaks for.</summary>
    public SessionRef Session() => new(Accounts.Default, Spec.RegionId, Spec.TrafficMirrorSessionId);
}
