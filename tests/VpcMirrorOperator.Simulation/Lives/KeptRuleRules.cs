using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// A wanted rule that was there is never missing (rule S14), at no moment: looked at before and after each write, and every two seconds. A
/// rule counts as wanted once it is declared, and its object alone has the filter, for longer than a call may be on its way: what the owner
/// before decided may still arrive. What somebody else changes meanwhile is excused.
/// </summary>
internal sealed class KeptRuleRules
{
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(2);

    /// <summary>The in-flight limit, clocks that differ, and how long a change takes.</summary>
    private static readonly TimeSpan DecidedBefore = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan AfterOthers = TimeSpan.FromMinutes(3);

    private readonly LifeWorld _world;
    private readonly Dictionary<string, TimeSpan> _wantedSince = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Uid, TimeSpan Since)> _ownedSince = new(StringComparer.Ordinal);
    private Dictionary<string, HashSet<string>> _seen = new(StringComparer.Ordinal);

    public KeptRuleRules(LifeWorld world)
    {
        _world = world;
        world.Filters.Changed += (declared, _) => Follow(declared);
        world.Loop.Time.CreateTimer(_ => Check(), null, Sample, Sample);
    }

    public void Check()
    {
        FollowOwners();
        var now = _world.Truth.Region.Filters.ToDictionary(one => one.Id, RulesOf, StringComparer.Ordinal);
        foreach (var (id, rules) in now)
            if (_seen.TryGetValue(id, out var before) && !before.IsSubsetOf(rules)) Lost(id, before.Except(rules));
        _seen = now;
    }

    private static HashSet<string> RulesOf(FilterSeed filter) =>
        filter.Rules.Select(rule => $"{rule.Direction} {LifeText.Of(rule)}").ToHashSet(StringComparer.Ordinal);

    private void Lost(string id, IEnumerable<string> rules)
    {
        if (_world.Truth.WasTouched(id, AfterOthers)) return;
        if (!_ownedSince.TryGetValue(id, out var owned) || _world.Loop.Time.Elapsed - owned.Since < DecidedBefore) return;
        var owner = _world.Filters.Objects.Single(one => one.Metadata.Uid == owned.Uid);
        // A timer must not throw.
        foreach (var rule in rules)
            if (_wantedSince.TryGetValue($"{owner.Metadata.Uid} {rule}", out var since)
                && _world.Loop.Time.Elapsed - since >= DecidedBefore)
                _world.Loop.Fail($"rule broken: {owner.Key()} lost a rule that is wanted: {rule}");
    }

    /// <summary>Where several objects name a filter, or none does, nobody's rules count as wanted.</summary>
    private void FollowOwners()
    {
        var alone = _world.Filters.Objects.Where(one => one.FilterId() is not null && one.Metadata.DeletionTimestamp is null)
            .GroupBy(one => one.FilterId()!, StringComparer.Ordinal).Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.Single().Metadata.Uid, StringComparer.Ordinal);
        foreach (var id in _ownedSince.Keys.Where(id => alone.GetValueOrDefault(id) != _ownedSince[id].Uid).ToList())
            _ownedSince.Remove(id);
        foreach (var (id, uid) in alone) _ownedSince.TryAdd(id, (uid, _world.Loop.Time.Elapsed));
    }

    private void Follow(TrafficMirrorFilter declared)
    {
        var wanted = Declared(declared).Select(rule => $"{declared.Metadata.Uid} {rule}").ToHashSet(StringComparer.Ordinal);
        foreach (var rule in wanted) _wantedSince.TryAdd(rule, _world.Loop.Time.Elapsed);
        foreach (var rule in _wantedSince.Keys.Where(one => IsOf(one, declared) && !wanted.Contains(one)).ToList())
            _wantedSince.Remove(rule);
    }

    private static bool IsOf(string rule, TrafficMirrorFilter declared) =>
        rule.StartsWith(declared.Metadata.Uid + " ", StringComparison.Ordinal);

    private static IEnumerable<string> Declared(TrafficMirrorFilter declared) =>
    [
        .. (declared.Spec.RulesOf(RuleDirection.Ingress) ?? []).Select(rule => $"{TrafficDirection.Ingress} {LifeText.Of(rule)}"),
        .. (declared.Spec.RulesOf(RuleDirection.Egress) ?? []).Select(rule => $"{TrafficDirection.Egress} {LifeText.Of(rule)}"),
    ];
}
