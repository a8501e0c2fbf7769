using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>The state machine of one filter, with its rules.</summary>
internal sealed class EmulatedFilter(FilterSeed seed, DateTimeOffset start)
{
    private readonly Lifecycle<FilterUpdate> _life = new(seed.CreatedIn, seed.Pending, start);
    private readonly List<EmulatedRule> _rules = [.. seed.Rules.Select(rule => new EmulatedRule(rule, start))];

    internal string Id => Attributes.Id;

    /// <summary>The filter's fields without its rules.</summary>
    internal FilterSeed Attributes { get; set; } = seed with { Rules = [] };

    /// <summary>What lists still show of its tags.</summary>
    internal TagDelay TagDelay { get; } = new();

    /// <summary>The rules of both directions, in order of creation.</summary>
    internal IReadOnlyList<EmulatedRule> Rules => _rules;

    /// <summary>The status that decides about writes. A filter is Modifying, too, while rules are added to it or taken from it.</summary>
    internal FilterStatus Status =>
        Attributes.Status != FilterStatus.Created ? Attributes.Status
        : _life.Status == FilterStatus.Created && RulesComeOrGo ? FilterStatus.Modifying : _life.Status;

    internal bool IsGone => _life.IsGone;

    private bool RulesComeOrGo => _rules.Exists(rule => rule.Status is FilterStatus.Creating or FilterStatus.Deleting);

    /// <summary>The status that List shows at <paramref name="now"/>.</summary>
    internal FilterStatus ListedStatus(DateTimeOffset now) =>
        Attributes.Status != FilterStatus.Created ? Attributes.Status
        : _life.ListedStatus(now) is not FilterStatus.Created and var status ? status
        : _rules.Exists(rule => rule.ListedStatus(now) is FilterStatus.Creating or FilterStatus.Deleting)
            ? FilterStatus.Modifying : FilterStatus.Created;

    internal void Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        if (_life.Advance(now, applyAt) is { } update) Attributes = update.ApplyTo(Attributes);
        foreach (var rule in _rules) rule.Advance(now, applyAt);
        _rules.RemoveAll(rule => rule.IsGone);
    }

    internal void Begin(Transition<FilterUpdate> change) => _life.Begin(change);

    internal void Add(EmulatedRule rule) => _rules.Add(rule);

    internal FilterSeed ToSeed(DateTimeOffset now, bool settle)
    {
        var kept = _rules.Where(rule => !settle || rule.Status != FilterStatus.Deleting);
        var attributes = settle
            ? (_life.Outstanding?.ApplyTo(Attributes) ?? Attributes) with { CreatedIn = null, Pending = null }
            : Attributes with { CreatedIn = _life.CreatedIn(now), Pending = _life.ToSeed(now) };
        return attributes with { Rules = [.. kept.Select(rule => rule.ToSeed(now, settle))] };
    }
}
