using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// A wanted rule that was there is never missing (rule S14), at no moment: looked at before and after each write, and every two seconds. A
/// rule counts as wanted once it is declared for longer than a call may be on its way. What somebody else changes meanwhile is excused.
/// </summary>
internal sealed class KeptRuleRules
{
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(2);

    /// <summary>The in-flight limit, clocks that differ, and how long a change takes.</summary>
    private static readonly TimeSpan DecidedBefore = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan AfterOthers = TimeSpan.FromMinutes(3);

    private readonly LifeWorld _world;
    private readonly Dictionary<string, TimeSpan> _wantedSince = new(StringComparer.Ordinal);
    private Dictionary<string, HashSet<string>> _seen = new(StringComparer.Ordinal);

    public KeptRuleRules(LifeWorld world)
    {
        _world = world;
        world.Filters.Changed += (declared, _) => Follow(declared);
        world.Loop.Time.CreateTimer(_ => Check(), null, Sample, Sample);
    }

    public void Check()
    {
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
        var owners = _world.Filters.Objects.Where(one => one.FilterId() == id && one.Metadata.DeletionTimestamp is null).ToList();
        if (owners is not [{ } owner]) return;
        // A timer must not throw.
        foreach (var rule in rules)
            if (_wantedSince.TryGetValue($"{owner.Metadata.Uid} {rule}", out var since)
                && _world.Loop.Time.Elapsed - since >= DecidedBefore)
                _world.Loop.Fail($"rule broken: {owner.Key()} lost a rule that is wanted: {rule}");
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
