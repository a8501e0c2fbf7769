using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Why an object may not touch its session at all, and learns nothing of it either.</summary>
/// <param name="Reason">See <see cref="Engine.Decisions.Reasons"/>.</param>
/// <param name="Message">What is missing, and what to do.</param>
internal sealed record Refusal(string Reason, string Message)
{
    /// <summary>Whether an object that says this is refused without a look at its session.</summary>
    /// <param name="reason">The reason of its <c>Ready</c>.</param>
    /// <param name="claim">What its status says of its claim.</param>
    public static bool KeepsFromLooking(string reason, SessionClaim? claim) =>
        reason == Reasons.NotAllowed || (reason == Reasons.OwnershipConflict && claim == SessionClaim.Waiting);
}
