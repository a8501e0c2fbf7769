using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>
/// What happened, without when: events with equal keys are one series. The note counts as well, because it cannot be changed once the event
/// is stored, and a reader of <c>kubectl describe</c> must not be shown an old one.
/// </summary>
internal sealed record EventKey(ObjectReference Regarding, EventType Type, string Reason, string Action, string Note);
