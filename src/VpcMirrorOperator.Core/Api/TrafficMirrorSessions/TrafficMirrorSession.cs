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

    /// <summary>The policy that controls the object; null for an ordinary one.</summary>
    public OwnerReference? PolicyOwner() => Metadata.OwnerReferences?.FirstOrDefault(
        owner => owner is { Controller: true, Kind: TrafficMirrorPolicies.TrafficMirrorPolicy.KindName }
            && owner.ApiVersion.StartsWith("vpcmirror.io/", StringComparison.Ordinal));

    /// <summary>The namespace and name.</summary>
    public ObjectKey Key() => new(Metadata.Namespace, Metadata.Name);

    /// <summary>Whether the operator creates the session (rule S6): the object names none.</summary>
    public bool Creates() => Spec.TrafficMirrorSessionId is null;

    /// <summary>The id of the session: declared, or recorded when the session was created; null before that.</summary>
    public string? SessionId() => Spec.TrafficMirrorSessionId ?? Status?.TrafficMirrorSessionId;

    /// <summary>
    /// The cloud session that this object speaks for. Before there is one, a name of its own that no session can have: a namespace has no
    /// dot.
    /// </summary>
    public SessionRef Session() => new(
        Accounts.Default, Spec.RegionId, SessionId() ?? $"{SessionRef.Unrecorded}{Metadata.Namespace}.{Metadata.Name}");
}
