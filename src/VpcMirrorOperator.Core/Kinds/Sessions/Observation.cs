using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>One observation of a session: what is declared, what the cloud shows, and what follows from it.</summary>
/// <param name="Declared">The object as read.</param>
/// <param name="Snapshot">The session as read.</param>
/// <param name="Plan">What to do.</param>
/// <param name="Memory">What this process knows of the session.</param>
/// <param name="Now">The time of the observation.</param>
internal sealed record Observation(
    TrafficMirrorSession Declared, SessionSnapshot Snapshot, Plan Plan, SessionMemory Memory, DateTimeOffset Now)
{
    /// <summary>What the object may expect of its session; null when nothing is to be said.</summary>
    public SessionClaim? Claim { get; init; }
}
