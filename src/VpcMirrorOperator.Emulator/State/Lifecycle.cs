using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// The states of a filter or a rule: Creating, Created, and then one change at a time. Nothing runs in the background: whoever
/// reads it first advances it to the current time.
/// </summary>
/// <typeparam name="T">What an update can change.</typeparam>
internal sealed class Lifecycle<T>(TimeSpan? createdIn, PendingUpdate<T>? pending, DateTimeOffset start)
    where T : class
{
    private DateTimeOffset? _createdAt = start + createdIn;
    private Transition<T>? _change = pending is { } seed ? Transition<T>.From(seed, start) : null;
    private bool _applied;

    /// <summary>The status that decides about writes: the server itself knows of a change before List shows it.</summary>
    internal FilterStatus Status =>
        _createdAt is not null ? FilterStatus.Creating
        : _change is null ? FilterStatus.Created
        : _change.Update is null ? FilterStatus.Deleting : FilterStatus.Modifying;

    /// <summary>Whether its deletion has ended.</summary>
    internal bool IsGone { get; private set; }

    /// <summary>The status that List shows at <paramref name="now"/>.</summary>
    internal FilterStatus ListedStatus(DateTimeOffset now) =>
        _createdAt is null && now < _change?.ModifyingAt ? FilterStatus.Created : Status;

    /// <summary>Advances to <paramref name="now"/> and gives the update that takes effect by that; null for none.</summary>
    internal T? Advance(DateTimeOffset now, ApplyAt applyAt)
    {
        if (now >= _createdAt) _createdAt = null;
        if (_change is not { } change) return null;
        var ended = now >= change.EndsAt;
        var applies = !_applied && (ended || (applyAt == ApplyAt.Start && now >= change.ModifyingAt));
        if (applies) _applied = true;
        if (ended) (_change, IsGone) = (null, IsGone || change.Update is null);
        return applies ? change.Update : null;
    }

    internal void Begin(Transition<T> change) => (_change, _applied) = (change, false);

    /// <summary>The update that has not taken effect yet; null for none.</summary>
    internal T? Outstanding => _applied ? null : _change?.Update;

    internal TimeSpan? CreatedIn(DateTimeOffset now) => _createdAt - now;

    internal PendingUpdate<T>? ToSeed(DateTimeOffset now) => _change?.ToSeed(now);
}

/// <summary>A change on its way: accepted, at first invisible, then Modifying or Deleting, then done.</summary>
/// <param name="Update">The new values; null for a deletion.</param>
/// <param name="ModifyingAt">When List starts to show it.</param>
/// <param name="EndsAt">When it is done.</param>
internal sealed record Transition<T>(T? Update, DateTimeOffset ModifyingAt, DateTimeOffset EndsAt)
    where T : class
{
    internal static Transition<T> From(PendingUpdate<T> seed, DateTimeOffset start) =>
        new(seed.Update, start + seed.ModifyingIn, start + seed.EndsIn);

    internal PendingUpdate<T> ToSeed(DateTimeOffset now) => new(Update, After(ModifyingAt, now), After(EndsAt, now));

    private static TimeSpan After(DateTimeOffset due, DateTimeOffset now) => due > now ? due - now : TimeSpan.Zero;
}
