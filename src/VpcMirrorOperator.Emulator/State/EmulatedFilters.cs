using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>The mirror filters of one account in one region, by id.</summary>
internal sealed class EmulatedFilters(IEnumerable<FilterSeed> seeds, DateTimeOffset now)
{
    private readonly SortedDictionary<string, EmulatedFilter> _filters = new(
        seeds.ToDictionary(filter => filter.Id, filter => new EmulatedFilter(filter, now), StringComparer.Ordinal), StringComparer.Ordinal);

    internal int Count => _filters.Count;

    /// <summary>All filters, in the order in which List shows them. Current only after <see cref="Advance"/>.</summary>
    internal IEnumerable<EmulatedFilter> All => _filters.Values;

    /// <summary>The filter as it is at <paramref name="now"/>; null when there is none.</summary>
    internal EmulatedFilter? Find(string id, DateTimeOffset now, ApplyAt applyAt)
    {
        if (!_filters.TryGetValue(id, out var filter)) return null;
        filter.Advance(now, applyAt);
        if (!filter.IsGone) return filter;
        _filters.Remove(id);
        return null;
    }

    /// <summary>The rule and its filter; null when no filter has it.</summary>
    internal (EmulatedFilter Filter, EmulatedRule Rule)? FindRule(string id, DateTimeOffset now, ApplyAt applyAt)
    {
        Advance(now, applyAt);
        foreach (var filter in _filters.Values)
            if (filter.Rules.FirstOrDefault(rule => rule.Id == id) is { } rule) return (filter, rule);
        return null;
    }

    internal void Add(FilterSeed filter, DateTimeOffset now) => _filters.Add(filter.Id, new(filter, now));

    internal void Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        foreach (var filter in _filters.Values) filter.Advance(now, applyAt);
        foreach (var gone in _filters.Values.Where(filter => filter.IsGone).ToList()) _filters.Remove(gone.Id);
    }

    internal IReadOnlyList<FilterSeed> ToSeed(DateTimeOffset now, bool settle) =>
    [
        .. _filters.Values.Where(filter => !settle || filter.Status != FilterStatus.Deleting)
            .Select(filter => filter.ToSeed(now, settle)),
    ];
}
