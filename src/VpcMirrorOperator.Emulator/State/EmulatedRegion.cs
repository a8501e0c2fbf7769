using VpcMirrorOperator.Emulator.Seeds;
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

    internal IEnumerable<EmulatedSession> Sessions => _sessions.Values;

    /// <summary>The session as it is at <paramref name="now"/>; null when there is none.</summary>
    internal EmulatedSession? Find(string id, DateTimeOffset now, ApplyAt applyAt)
    {
        var session = _sessions.GetValueOrDefault(id);
        session?.Advance(now, applyAt);
        return session;
    }

    /// <summary>Adds a session. False when there is one with its id.</summary>
    internal bool TryCreate(SessionSeed session, DateTimeOffset now) => _sessions.TryAdd(session.Id, new(session, now));

    internal bool Contains(string id) => _sessions.ContainsKey(id);

    internal bool Delete(string id) => _sessions.Remove(id);

    /// <summary>Shows the meters what is true at that moment.</summary>
    internal void Observe(DateTimeOffset at) => Meter.Observe(_sessions, at);

    internal void Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        foreach (var session in _sessions.Values) session.Advance(now, applyAt);
        Filters.Advance(now, applyAt);
    }

    internal RegionSeed ToSeed(DateTimeOffset now, bool settle, ApplyAt applyAt)
    {
        Advance(now, applyAt);
        return new(Id, ServiceOpened, [.. _sessions.Values.Select(session => session.ToSeed(now, settle))])
        {
            Filters = Filters.ToSeed(now, settle),
            NetworkInterfaces = Interfaces?.ToSeed(now, settle),
            InterfaceChanges = Interfaces?.ToChanges(now) ?? [],
            Billed = Meter.ToSeed(now),
        };
    }
}
