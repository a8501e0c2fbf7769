using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Whose a session is, seen from one object that names it.</summary>
/// <param name="Owner">The other object that owns the session; null when this one does, or none.</param>
/// <param name="Refusal">Why this one may not touch the session; null when it may, or only has to wait for an older one.</param>
/// <param name="Claim">What its status is to say for those who decide later; null for nothing.</param>
internal readonly record struct Standing(ObjectKey? Owner, Refusal? Refusal, SessionClaim? Claim)
{
    /// <summary>Whether this object owns the session.</summary>
    public bool Owns => Owner is null && Refusal is null;
}
