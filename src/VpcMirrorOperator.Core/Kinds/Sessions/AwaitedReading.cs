using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>A reading that an object waits for without holding a worker: its key is queued again when the answer is there.</summary>
/// <param name="Read">The read.</param>
/// <param name="Request">The user's request that it answers (<c>vpcmirror.io/reconcile-requested-at</c>); null for none.</param>
internal sealed record AwaitedReading(PendingRead Read, string? Request)
{
    /// <summary>Whether its answer will do for this demand, counted from when it was asked for.</summary>
    public bool Serves(TimeSpan maxAge, string? request) => Read.MaxAge <= maxAge && Request == request;

    /// <summary>
    /// Whether its answer is as new as a fresh one can be: asked for as such and looked at soon. A slow region's answers are old when they
    /// arrive, and new ones would be no younger.
    /// </summary>
    public bool IsFresh(DateTimeOffset now) =>
        Read.MaxAge <= SessionLimits.WriteFreshness && Read.Answer is { } answer && now - answer.At <= SessionLimits.WriteFreshness;
}
