using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>When a session is observed next, and since when it has been as it is.</summary>
internal readonly record struct ObservationTimes
{
    // One more than the ticks; 0 is none.
    private readonly long _restAge;
    private readonly long _dueAt;
    private readonly long _busySince;
    private readonly long _ownerSince;
    private readonly long _recheckUntil;

    /// <summary>How old a read may be for the next observation at rest, when that is less than the drift check interval.</summary>
    public TimeSpan? RestAge
    {
        get => _restAge == 0 ? null : new TimeSpan(_restAge - 1);
        init => _restAge = value?.Ticks + 1 ?? 0;
    }

    /// <summary>When the next observation is due; a read started since then is new enough for it.</summary>
    public DateTimeOffset DueAt { get => UtcTicks.Time(_dueAt) ?? default; init => _dueAt = UtcTicks.Of(value); }

    /// <summary>Since when the session has been busy with somebody else's change; null when it is not.</summary>
    public DateTimeOffset? BusySince { get => UtcTicks.Time(_busySince); init => _busySince = UtcTicks.Of(value); }

    /// <summary>Since when this process has known the object as the owner of its session; null while it is not.</summary>
    public DateTimeOffset? OwnerSince { get => UtcTicks.Time(_ownerSince); init => _ownerSince = UtcTicks.Of(value); }

    /// <summary>
    /// Until when the list is observed often, because a call of unknown outcome may have been executed at the last moment.
    /// </summary>
    public DateTimeOffset RecheckUntil { get => UtcTicks.Time(_recheckUntil) ?? default; init => _recheckUntil = UtcTicks.Of(value); }
}
