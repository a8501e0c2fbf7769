using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>What lists still show of a resource's tags after they were changed: whether a change shows at once is not documented.</summary>
internal sealed class TagDelay
{
    private readonly Queue<(DateTimeOffset Until, ImmutableSortedDictionary<string, string> Before)> _changes = new();

    /// <summary>Notes a change that is made now.</summary>
    /// <param name="before">The tags before it.</param>
    /// <param name="now">The time.</param>
    /// <param name="delay">How long lists show these.</param>
    internal void Changed(ImmutableSortedDictionary<string, string> before, DateTimeOffset now, TimeSpan delay)
    {
        if (delay > TimeSpan.Zero) _changes.Enqueue((now + delay, before));
    }

    /// <summary>The tags that lists show.</summary>
    /// <param name="tags">Those that the resource has.</param>
    /// <param name="now">The time.</param>
    internal ImmutableSortedDictionary<string, string> Shown(ImmutableSortedDictionary<string, string> tags, DateTimeOffset now)
    {
        while (_changes.TryPeek(out var oldest) && oldest.Until <= now) _changes.Dequeue();
        return _changes.TryPeek(out var hidden) ? hidden.Before : tags;
    }
}
