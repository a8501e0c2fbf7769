using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>What a user asks for by the annotation <see cref="Annotations.ReconcileRequestedAt"/>. Pure.</summary>
internal static class UserRequest
{
    /// <summary>The value as it is compared and echoed; null when nothing was ever asked.</summary>
    public static string? Of(TrafficMirrorSession declared) =>
        declared.Metadata.Annotations.GetValueOrDefault(Annotations.ReconcileRequestedAt) is { } asked ? BoundedText.Of(asked) : null;
}
