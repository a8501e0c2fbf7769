using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;


namespace VpcMirrorOperator.Emulator.State;

/// <summary>The mirror sessions of one account in one region, in the order in which List shows them.</summary>
internal sealed class EmulatedRegion(RegionSeed seed, DateTimeOffset now)
{
    private readonly SortedDictionary<string, EmulatedSession> _sessions = new(
        seed.Sessions.ToDictionary(session => session.Id, session => new EmulatedSession(session, now), StringComparer.Ordinal),
        StringComparer.Ordinal);

    internal string Id { get; } = seed.Id;

    internal bool ServiceOpened { get; set; } = seed.ServiceOpened;

    /// <summary>The mirror filters, with their rules.</summary>
    internal EmulatedFilters Filters { get; } = new(seed.Filters, now);

    /// <summary>The network interfaces; null where the region declares none.</summary>
    internal EmulatedInterfaces? Interfaces { get; } =
        seed.NetworkInterfaces is { } declared ? new(declared, seed.InterfaceChanges, now) : null;

    /// <summary>What mirroring costs.</summary>
    internal RegionMeter Meter { get; } = new(seed.Billed, now);

    /// <summary>Target interfaces on large instances: they take more sources.</summary>
    internal ImmutableSortedSet<string> LargeTargets { get; } = seed.LargeTargets;

    /// <summary>Whether the account's payment is overdue: sessions are off, and later deleted.</summary>
    internal bool IsOverdue => SessionsDeletedAt is not null;

    /// <summary>When the grace ends and overdue sessions are deleted; null when nothing is overdue.</summary>
    internal DateTimeOffset? SessionsDeletedAt { get; private set; }

    internal IEnumerable<EmulatedSession> Sessions => _sessions.Values;

    /// <summary>The session as it is at <paramref name="now"/>; null when there is none.</summary>
    internal EmulatedSession? Find(string id, DateTimeOffset now, ApplyAt applyAt)
    {
        if (now >= SessionsDeletedAt) _sessions.Clear();
        if (!_sessions.TryGetValue(id, out var session)) return null;
        session.Advance(now, applyAt);
        if (!session.IsGone) return session;
        _sessions.Remove(id);
        return null;
    }

    /// <summary>Adds a session. False when there is one with its id.</summary>
    internal bool TryCreate(SessionSeed session, DateTimeOffset now) => _sessions.TryAdd(session.Id, new(session, now));

    internal bool Contains(string id) => _sessions.ContainsKey(id);

    internal bool Delete(string id) => _sessions.Remove(id);

    /// <summary>Shows the meters what is true at that moment.</summary>
    internal void Observe(DateTimeOffset at) => Meter.Observe(_sessions, at);

    /// <summary>Locks all sessions for overdue payment, until they are deleted; null unlocks them after payment.</summary>
    internal void SetOverdue(DateTimeOffset? deletedAt)
    {
        SessionsDeletedAt = deletedAt;
        var status = deletedAt is null ? BusinessStatus.Normal : BusinessStatus.FinancialLocked;
        foreach (var session in _sessions.Values)
        {
            session.IsOverdue = IsOverdue;
            session.Attributes = session.Attributes with { BusinessStatus = status };
        }
    }

    internal void Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        if (now >= SessionsDeletedAt) _sessions.Clear();
        var ended = false;
        foreach (var session in _sessions.Values)
        {
            session.Advance(now, applyAt);
            ended |= session.IsGone;
        }

        if (ended) foreach (var gone in _sessions.Values.Where(session => session.IsGone).ToList()) _sessions.Remove(gone.Id);
        Filters.Advance(now, applyAt);
    }

    internal RegionSeed ToSeed(DateTimeOffset now, bool settle, ApplyAt applyAt)
    {
        Advance(now, applyAt);
        var kept = _sessions.Values.Where(session => !settle || session.Status != SessionStatus.Deleting);
        return new(Id, ServiceOpened, [.. kept.Select(session => session.ToSeed(now, settle))])
        {
            Filters = Filters.ToSeed(now, settle),
            NetworkInterfaces = Interfaces?.ToSeed(now, settle),
            InterfaceChanges = Interfaces?.ToChanges(now) ?? [],
            Billed = Meter.ToSeed(now),
            LargeTargets = LargeTargets,
        };
    }
}
