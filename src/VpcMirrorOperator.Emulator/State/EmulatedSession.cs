using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// The state machine of one session. Nothing runs in the background: whoever reads the session first advances it to the
/// current time, so the same calls at the same times always give the same states.
/// </summary>
internal sealed class EmulatedSession(SessionSeed seed, DateTimeOffset start)
{
    private PendingChange? _pending = seed.Pending is { } change ? PendingChange.From(change, start) : null;
    private DateTimeOffset? _createdAt = start + seed.CreatedIn;
    private bool _applied;

    internal string Id => Attributes.Id;

    /// <summary>The fields other than sources and states.</summary>
    internal SessionSeed Attributes { get; set; } = seed;

    /// <summary>What lists still show of its tags.</summary>
    internal TagDelay TagDelay { get; } = new();

    internal ImmutableSortedSet<string> Sources { get; private set; } = seed.Sources;

    internal PendingChange? Pending => _pending;

    /// <summary>Whether its deletion has ended.</summary>
    internal bool IsGone { get; private set; }

    /// <summary>Whether the account's overdue payment switches it off.</summary>
    internal bool IsOverdue { get; set; }

    /// <summary>Enabled as List shows it: overdue payment switches it off, whatever its own switch says.</summary>
    internal bool IsOn => Attributes.Enabled && !IsOverdue;

    /// <summary>The sources with those that are being added: what counts against limits.</summary>
    internal ImmutableSortedSet<string> SourcesToCome => _pending is { Verb: ChangeVerb.Add } change ? change.ApplyTo(Sources) : Sources;

    internal string TargetToCome => _pending?.Update?.TargetId ?? Attributes.TargetId;

    internal string FilterToCome => _pending?.Update?.FilterId ?? Attributes.FilterId;

    internal int PriorityToCome => _pending?.Update?.Priority ?? Attributes.Priority;

    /// <summary>The status that decides about writes: the server itself knows of a change before List shows it.</summary>
    internal SessionStatus Status =>
        Attributes.Status != SessionStatus.Created ? Attributes.Status
        : _createdAt is not null ? SessionStatus.Creating
        : _pending is null ? SessionStatus.Created
        : _pending.Verb == ChangeVerb.Delete ? SessionStatus.Deleting : SessionStatus.Modifying;

    /// <summary>The status that List shows at <paramref name="now"/>.</summary>
    internal SessionStatus ListedStatus(DateTimeOffset now) =>
        _createdAt is null && _pending is { } change && now < change.ModifyingAt ? Attributes.Status : Status;

    /// <summary>Advances the session to <paramref name="now"/>. Must precede every other use of it.</summary>
    internal void Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        if (now >= _createdAt) _createdAt = null;
        if (_pending is not { } change) return;
        var ended = now >= change.EndsAt;
        if (!_applied && (ended || (applyAt == ApplyAt.Start && now >= change.ModifyingAt)))
        {
            (Sources, Attributes) = (change.ApplyTo(Sources), change.ApplyTo(Attributes));
            _applied = true;
        }

        if (ended) (_pending, IsGone) = (null, change.Verb == ChangeVerb.Delete);
    }

    internal void Begin(PendingChange change, DateTimeOffset now, ApplyAt applyAt)
    {
        _pending = change;
        _applied = false;
        Advance(now, applyAt);
    }

    /// <summary>Whether its sources cost money: a session that is created, enabled and paid for.</summary>
    internal bool CostsMoney => IsOn && Attributes.BusinessStatus == BusinessStatus.Normal
        && Status is SessionStatus.Created or SessionStatus.Modifying;

    /// <summary>When the session next changes by itself; null for never.</summary>
    internal DateTimeOffset? DueAt(ApplyAt applyAt)
    {
        var change = _pending is not { } pending ? (DateTimeOffset?)null
            : !_applied && applyAt == ApplyAt.Start ? pending.ModifyingAt : pending.EndsAt;
        return change is null || _createdAt < change ? _createdAt : change;
    }

    /// <summary>A deleted network interface leaves at once, and does not come back with a change that is under way.</summary>
    internal void Forget(string networkInterface)
    {
        Sources = Sources.Remove(networkInterface);
        if (_pending is { } change) _pending = change with { Ids = change.Ids.Remove(networkInterface) };
    }

    internal SessionSeed ToSeed(DateTimeOffset now, bool settle)
    {
        var outstanding = settle && !_applied ? _pending : null;
        return (outstanding?.ApplyTo(Attributes) ?? Attributes) with
        {
            Sources = outstanding?.ApplyTo(Sources) ?? Sources,
            CreatedIn = settle ? null : _createdAt - now,
            Pending = settle ? null : _pending?.ToSeed(now),
        };
    }
}
