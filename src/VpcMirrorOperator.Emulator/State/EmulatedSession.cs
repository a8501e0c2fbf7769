using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// The state machine of one session. Nothing runs in the background: each look at the session first brings it to the
/// moment of the look, so the same calls at the same times always give the same states.
/// </summary>
internal sealed class EmulatedSession(SessionSeed seed, DateTimeOffset start)
{
    private PendingChange? pending = seed.Pending is { } change ? PendingChange.From(change, start) : null;
    private DateTimeOffset? createdAt = start + seed.CreatedIn;
    private bool applied;

    internal string Id => Attributes.Id;

    /// <summary>The fields that the source calls never change, and the ones that only a foreign writer changes.</summary>
    internal SessionSeed Attributes { get; set; } = seed;

    internal ImmutableSortedSet<string> Sources { get; private set; } = seed.Sources;

    internal PendingChange? Pending => pending;

    /// <summary>The status that decides about writes: the server itself knows of a change before List shows it.</summary>
    internal SessionStatus Status =>
        Attributes.Status != SessionStatus.Created ? Attributes.Status
        : createdAt is not null ? SessionStatus.Creating
        : pending is not null ? SessionStatus.Modifying : SessionStatus.Created;

    /// <summary>The status that List shows at <paramref name="now"/>.</summary>
    internal SessionStatus ListedStatus(DateTimeOffset now) =>
        createdAt is null && pending is { } change && now < change.ModifyingAt ? Attributes.Status : Status;

    /// <summary>Brings the session to <paramref name="now"/>. Must precede every other look at it.</summary>
    internal void Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        if (now >= createdAt) createdAt = null;
        if (pending is not { } change) return;
        var ended = now >= change.EndsAt;
        if (!applied && (ended || (applyAt == ApplyAt.Start && now >= change.ModifyingAt)))
        {
            Sources = change.ApplyTo(Sources);
            applied = true;
        }

        if (ended) pending = null;
    }

    internal void Begin(PendingChange change, DateTimeOffset now, ApplyAt applyAt)
    {
        pending = change;
        applied = false;
        Advance(now, applyAt);
    }

    /// <summary>A deleted network interface leaves at once, and does not come back with a change that is under way.</summary>
    internal void Forget(string networkInterface)
    {
        Sources = Sources.Remove(networkInterface);
        if (pending is { } change) pending = change with { Ids = change.Ids.Remove(networkInterface) };
    }

    internal SessionSeed ToSeed(DateTimeOffset now, bool settle) => Attributes with
    {
        Sources = settle && !applied && pending is { } change ? change.ApplyTo(Sources) : Sources,
        CreatedIn = settle ? null : createdAt - now,
        Pending = settle ? null : pending?.ToSeed(now),
    };
}
