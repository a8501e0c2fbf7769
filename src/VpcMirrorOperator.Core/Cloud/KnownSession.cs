using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Lists;

namespace VpcMirrorOperator.Cloud;

/// <summary>A session that somebody asks about now and then.</summary>
/// <param name="id">Its id.</param>
internal sealed class KnownSession(string id) : IListed<KnownSession>
{
    private long _writtenAt;

    public string Id => id;

    /// <inheritdoc/>
    public ListOf<KnownSession>? List { get; set; }

    /// <inheritdoc/>
    public KnownSession? Before { get; set; }

    /// <inheritdoc/>
    public KnownSession? After { get; set; }

    /// <summary>What an object keeps in memory anyway: the session shares what is equal.</summary>
    public KeptParts Kept { get; private set; }

    /// <summary>The latest answer; null before the first.</summary>
    public SessionSnapshot? Snapshot { get; set; }

    /// <summary>The age that the latest reader allowed; unknown sessions count as due.</summary>
    public TimeSpan MaxAge { get; set; }

    /// <summary>When the latest write of this process ended: what was read before is of another state.</summary>
    public DateTimeOffset WrittenAt { get => UtcTicks.Time(_writtenAt) ?? default; set => _writtenAt = UtcTicks.Of(value); }

    /// <summary>Whether somebody wants to know its name, description and tags.</summary>
    public bool NeedsDetails { get; set; }

    /// <summary>The latest answer if it says all that is wanted; null otherwise.</summary>
    public SessionSnapshot? Useful => NeedsDetails && Snapshot is { Session: { Details: null } } ? null : Snapshot;

    /// <summary>Takes note of what an object keeps.</summary>
    public void Keep(KeptParts kept)
    {
        Kept = kept;
        if (Snapshot is { Session: { } session } snapshot && kept.In(session) is var shared && !ReferenceEquals(shared, session))
            Snapshot = snapshot with { Session = shared };
    }

    /// <summary>The earliest start of a read that does.</summary>
    /// <param name="maxAge">The oldest that the reader takes.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset Oldest(TimeSpan maxAge, DateTimeOffset now) => now - maxAge > WrittenAt ? now - maxAge : WrittenAt;

    /// <summary>Whether it is worth a free place in a call: what it needs next is nearer than what it needed last.</summary>
    public bool IsHalfWay(DateTimeOffset now) => Snapshot is not { } snapshot || now - snapshot.ReadAt >= MaxAge / 2;
}
