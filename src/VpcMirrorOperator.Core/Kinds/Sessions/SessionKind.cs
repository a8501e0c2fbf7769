using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The kind <see cref="TrafficMirrorSession"/> as stores and informers see it.</summary>
internal static class SessionKind
{
    /// <summary>What is read of an object's labels and annotations: what users ask by.</summary>
    private static readonly KeptMetadata Kept = new()
    {
        Annotations =
        [
            Annotations.ApprovedPlan, Annotations.AcceptedSession, Annotations.Recreate, Annotations.Memory,
            Annotations.ReconcileRequestedAt, Annotations.Packed, Annotations.RemoveFirst, Annotations.Term, Annotations.Closing,
        ],
        WholeAnnotations = [Annotations.Packed, Annotations.RemoveFirst],
    };

    /// <summary>How objects are read by those who want to know more of them than the operator does.</summary>
    /// <param name="annotations">Further annotations.</param>
    /// <param name="labels">Labels.</param>
    public static JsonTypeInfo<TrafficMirrorSession> TypeWith(IEnumerable<string> annotations, IReadOnlyList<string> labels) =>
        (Kept with { Annotations = [.. Kept.Annotations, .. annotations], Labels = labels }).Of(OperatorJson.Default.TrafficMirrorSession);

    /// <summary>Where it is served, how it is read and written.</summary>
    public static ResourceKind<TrafficMirrorSession> Resource { get; } = new()
    {
        Kind = TrafficMirrorSession.KindName,
        Path = new ResourcePath("vpcmirror.io", "v1alpha1", "trafficmirrorsessions"),
        Type = Kept.Of(OperatorJson.Default.TrafficMirrorSession),
        Conditions = session => session.Status?.Conditions ?? [],
        SaysTheSame = SessionStatusBuilder.SaysTheSame,
        HasOpenCall = session => session.Status?.Operation is { AcceptedAt: null },
        Finalizers = session => OwnFinalizers.Of(session, hasOpenWrite: session.Status?.Operation is not null),
        Identity = session => session.Session().Identity,
        Reuse = ReusedParts.Of,
        HasIdentity = (session, identity) => session.Session().IsNamed(identity),
        Spec = session => JsonSerializer.SerializeToNode(session.Spec, OperatorJson.Default.TrafficMirrorSessionSpec)!.AsObject(),
        Status = session => session.Status is { } status
            ? EmptyLists.Without(JsonSerializer.SerializeToNode(status, OperatorJson.Default.TrafficMirrorSessionStatus)!.AsObject())
            : null,
    };
}
