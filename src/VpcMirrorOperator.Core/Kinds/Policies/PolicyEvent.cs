using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kubernetes.Events;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>Is told what happens to a policy.</summary>
/// <param name="about">The policy.</param>
/// <param name="type">Normal or Warning.</param>
/// <param name="reason">One word.</param>
/// <param name="message">The same in words.</param>
internal delegate void PolicyEvent(TrafficMirrorPolicy about, EventType type, string reason, string message);
