using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Tells users of an object what happens to it, as Kubernetes events.</summary>
internal sealed class KubernetesEvents(EventRecorder recorder) : ISessionEvents
{
    /// <inheritdoc/>
    public void Record(TrafficMirrorSession about, SessionEventType type, string reason, string message) =>
        recorder.Record(Reference(about), type == SessionEventType.Warning ? EventType.Warning : EventType.Normal, reason, "Reconcile", message);

    private static ObjectReference Reference(TrafficMirrorSession about) => new()
    {
        ApiVersion = TrafficMirrorSession.GroupVersion,
        Kind = TrafficMirrorSession.KindName,
        Namespace = about.Metadata.Namespace,
        Name = about.Metadata.Name,
        Uid = about.Metadata.Uid,
    };
}
