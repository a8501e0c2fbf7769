using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>The state machine of one rule of a filter.</summary>
internal sealed class EmulatedRule(RuleSeed seed, DateTimeOffset start)
{
    private readonly Lifecycle<RuleUpdate> _life = new(seed.CreatedIn, seed.Pending, start);

    internal string Id => Attributes.Id;

    /// <summary>The rule's fields as they are now: direction, action, protocol, blocks, ports, priority.</summary>
    internal RuleSeed Attributes { get; private set; } = seed;

    /// <summary>The fields as they will be when a change that is under way has ended.</summary>
    internal RuleSeed ToCome => _life.Outstanding?.ApplyTo(Attributes) ?? Attributes;

    internal FilterStatus Status => Attributes.Status != FilterStatus.Created ? Attributes.Status : _life.Status;

    internal bool IsGone => _life.IsGone;

    internal FilterStatus ListedStatus(DateTimeOffset now) =>
        Attributes.Status != FilterStatus.Created ? Attributes.Status : _life.ListedStatus(now);

    internal void Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        if (_life.Advance(now, applyAt) is { } update) Attributes = update.ApplyTo(Attributes);
    }

    internal void Begin(Transition<RuleUpdate> change) => _life.Begin(change);

    internal RuleSeed ToSeed(DateTimeOffset now, bool settle) => settle
        ? ToCome with { CreatedIn = null, Pending = null }
        : Attributes with { CreatedIn = _life.CreatedIn(now), Pending = _life.ToSeed(now) };
}
