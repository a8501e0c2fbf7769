using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// The network interfaces that a region declares, by id, and what will happen to them: statuses that end and changes that are
/// scheduled stand in one queue by time, so that advancing costs nothing while nothing is due.
/// </summary>
internal sealed class EmulatedInterfaces
{
    private readonly SortedDictionary<string, EmulatedInterface> _interfaces = new(StringComparer.Ordinal);
    private readonly PriorityQueue<InterfaceEvent, (DateTimeOffset At, long Number)> _events = new();
    private long _number;

    internal EmulatedInterfaces(IEnumerable<InterfaceSeed> seeds, IEnumerable<InterfaceChange> changes, DateTimeOffset now)
    {
        foreach (var seed in seeds) Add(seed, now);
        foreach (var change in changes) Schedule(change, now);
    }

    /// <summary>When something happens next; null for never.</summary>
    internal DateTimeOffset? NextDue => _events.TryPeek(out _, out var due) ? due.At : null;

    /// <summary>All interfaces, by id.</summary>
    internal IEnumerable<EmulatedInterface> All => _interfaces.Values;

    internal EmulatedInterface? Find(string id) => _interfaces.GetValueOrDefault(id);

    internal void Add(InterfaceSeed seed, DateTimeOffset now)
    {
        var added = new EmulatedInterface(seed, now);
        _interfaces.Add(seed.Id, added);
        Watch(added);
    }

    internal void Remove(string id) => _interfaces.Remove(id);

    internal void Begin(EmulatedInterface changed, InterfaceSeed attributes, DateTimeOffset? settlesAt)
    {
        changed.Begin(attributes, settlesAt);
        Watch(changed);
    }

    internal void Schedule(InterfaceChange change, DateTimeOffset now) => Enqueue(new(change.Id, change), now + change.After);

    /// <summary>Takes the next thing that is due by <paramref name="now"/>; null when nothing is. The status of the interface has
    /// ended by that; a scheduled change is for the caller to make.</summary>
    internal DueChange? TakeDue(DateTimeOffset now)
    {
        while (_events.TryPeek(out var next, out var due) && due.At <= now)
        {
            _events.Dequeue();
            if (next.Change is { } change) return new(due.At, change.Id, change, IsGone: false);
            // An interface that began something else meanwhile has another event for that.
            if (Find(next.Id) is not { } settling || settling.SettlesAt != due.At) continue;
            if (settling.Settle()) continue;
            Remove(next.Id);
            return new(due.At, next.Id, null, IsGone: true);
        }

        return null;
    }

    internal IReadOnlyList<InterfaceSeed> ToSeed(DateTimeOffset now, bool settle) =>
        [.. _interfaces.Values.Select(one => one.ToSeed(now, settle)).OfType<InterfaceSeed>()];

    /// <summary>The changes that are still to come, in order.</summary>
    internal IReadOnlyList<InterfaceChange> ToChanges(DateTimeOffset now) => [..
        from entry in _events.UnorderedItems
        where entry.Element.Change is not null
        orderby entry.Priority
        select entry.Element.Change! with { After = entry.Priority.At - now }];

    private void Watch(EmulatedInterface one)
    {
        if (one.SettlesAt is { } at) Enqueue(new(one.Id, null), at);
    }

    private void Enqueue(InterfaceEvent entry, DateTimeOffset at) => _events.Enqueue(entry, (at, _number++));
}

/// <summary>The end of a status, or a scheduled change.</summary>
internal readonly record struct InterfaceEvent(string Id, InterfaceChange? Change);

/// <summary>Something that is due: a change to make, or an interface that is gone.</summary>
internal sealed record DueChange(DateTimeOffset At, string Id, InterfaceChange? Change, bool IsGone);
