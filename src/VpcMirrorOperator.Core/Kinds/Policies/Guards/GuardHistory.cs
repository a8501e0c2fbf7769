namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>What the guard remembers of the last hour.</summary>
internal static class GuardHistory
{
    /// <summary>Over which time removals are counted together.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Forgets what is older than an hour, and notes the size of the selection every five minutes.</summary>
    public static GuardState Observe(GuardState state, DateTimeOffset now, int selected)
    {
        // The last size before the hour began is the size of an hour ago.
        var old = state.Selected.Where(one => now - one.At >= Window).TakeLast(1);
        List<RemovalRecord> kept = [.. old, .. state.Selected.Where(one => now - one.At < Window)];
        if (kept.Count == 0 || now - kept[^1].At >= Pause) kept.Add(new RemovalRecord(now, selected));
        return state with { Selected = kept, Removals = [.. state.Removals.Where(one => now - one.At < Window)] };
    }

    /// <summary>How many interfaces were selected an hour ago; where that is not known, at the first time that is.</summary>
    public static int SelectedAnHourAgo(GuardState state, int now) => state.Selected.Count > 0 ? state.Selected[0].Count : now;

    /// <summary>Notes removals; also of what gave its place up and counts (rule P14).</summary>
    public static IReadOnlyList<RemovalRecord> With(IReadOnlyList<RemovalRecord> removals, DateTimeOffset now, int count)
    {
        if (count == 0) return removals;
        return removals is [.., var last] && last.At == now
            ? [.. removals.SkipLast(1), last with { Count = last.Count + count }]
            : [.. removals, new RemovalRecord(now, count)];
    }
}
