using System.Runtime.ExceptionServices;

namespace VpcMirrorOperator.Cloud;

/// <summary>How a read ended: with a snapshot or with an error.</summary>
/// <param name="Snapshot">The session as read.</param>
/// <param name="Error">Why it could not be read.</param>
/// <param name="At">When the answer came. A snapshot is older than this by the time that the call took.</param>
internal sealed record ReadAnswer(SessionSnapshot? Snapshot, Exception? Error, DateTimeOffset At)
{
    /// <summary>The snapshot.</summary>
    /// <exception cref="Exception">What the read ended with.</exception>
    public SessionSnapshot Get()
    {
        if (Error is not null) ExceptionDispatchInfo.Throw(Error);
        return Snapshot!;
    }
}
