using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Billing;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>The meters of a region's sessions, deleted ones too.</summary>
internal sealed class RegionMeter
{
    private static readonly ImmutableSortedSet<string> Nothing = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    private readonly SortedDictionary<string, SessionMeter> _meters = new(StringComparer.Ordinal);

    internal RegionMeter(IEnumerable<MeteredSeed> seeds, DateTimeOffset now)
    {
        foreach (var seed in seeds)
            MeterOf(seed.Session).Restore(seed.NetworkInterface, new(seed.Hours, now - seed.RunningFor));
    }

    /// <summary>Looks at all sessions as they are at that moment, which must not lie before an earlier one.</summary>
    internal void Observe(IReadOnlyDictionary<string, EmulatedSession> sessions, DateTimeOffset at)
    {
        foreach (var (id, session) in sessions) MeterOf(id).Observe(session.CostsMoney ? session.Sources : Nothing, at);
        if (_meters.Count == sessions.Count) return;
        foreach (var (id, meter) in _meters)
            if (!sessions.ContainsKey(id)) meter.Observe(Nothing, at);
    }

    internal IEnumerable<BilledSession> Bill(string account, string region, DateTimeOffset now)
    {
        foreach (var (id, meter) in _meters)
        {
            var sources = meter.Sources
                .Select(source => new BilledSource(source.Key, source.Value.HoursAt(now), source.Value.Since is not null)).ToList();
            var hours = sources.Sum(source => source.StartedHours);
            if (sources.Count > 0) yield return new(account, region, id, hours, hours * StartedHours.PriceCny, sources);
        }
    }

    internal IReadOnlyList<MeteredSeed> ToSeed(DateTimeOffset now) => [..
        from meter in _meters
        from source in meter.Value.Sources
        select new MeteredSeed(meter.Key, source.Key, (int)source.Value.EndedHours, now - source.Value.Since)];

    private SessionMeter MeterOf(string id)
    {
        if (!_meters.TryGetValue(id, out var meter)) _meters.Add(id, meter = new());
        return meter;
    }
}
