namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// How many open sessions would still have to grow, had a new one been filled. So of several targets the one is found where a new session
/// takes its places from those that hold least.
/// </summary>
internal sealed class GrowingSessions
{
    // With more it would take too long to find out, and hardly matters.
    private const int MostSessions = 16;

    private readonly List<Slot> _open;

    public GrowingSessions(OpenSlots open)
    {
        _open = [.. open.All.Take(MostSessions + 1)];
        if (_open.Count > MostSessions) _open.Clear();
    }

    /// <summary>The fewest.</summary>
    /// <param name="target">The target of the new session.</param>
    /// <param name="size">How many interfaces it takes.</param>
    /// <param name="left">How many are to be placed, those included.</param>
    public int After(TargetUse target, int size, int left)
    {
        var rest = new List<Slot>(_open);
        var taken = new Dictionary<TargetUse, int> { [target] = size };
        var (count, missing) = (0, left - size);
        for (; missing > 0 && rest.Count > 0; count++)
        {
            var next = rest.MaxBy(slot => RoomOf(slot, taken))!;
            var room = RoomOf(next, taken);
            if (room == 0) break;
            taken[next.Target] = taken.GetValueOrDefault(next.Target) + Math.Min(room, missing);
            missing -= room;
            rest.Remove(next);
        }

        return count;
    }

    private static int RoomOf(Slot slot, Dictionary<TargetUse, int> taken) =>
        Math.Min(slot.Capacity - slot.Fill, Math.Max(0, slot.Target.Room - taken.GetValueOrDefault(slot.Target)));
}
