namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Packing;

/// <summary>
/// Tries every way to put new interfaces into sessions: most places first, then fewest new sessions (one is filled before the next is
/// opened), then fewest sessions whose list grows.
/// </summary>
internal static class FewestWrites
{
    /// <summary>Places (negative), new sessions, sessions that grow.</summary>
    public static (int, int, int) Of(Small small)
    {
        var sessions = small.Real.ToList();
        var room = small.Targets.Select((size, t) => size - sessions.Where(s => s.Target == t).Sum(s => s.Ids)).ToArray();
        return Best(small, [.. sessions.Select(s => (s.Target, s.Ids, 0))], sessions.Count, room, small.Fresh, 0);
    }

    private static (int, int, int) Best(
        Small small, List<(int Target, int Ids, int Added)> sessions, int old, int[] room, int left, int placed)
    {
        var best = (-placed, sessions.Count - old, sessions.Take(old).Count(s => s.Added > 0));
        if (left == 0) return best;
        for (var i = 0; i < sessions.Count; i++)
        {
            var (target, ids, added) = sessions[i];
            if (ids + added >= small.Size || room[target] <= 0) continue;
            sessions[i] = (target, ids, added + 1);
            best = Min(best, With(small, sessions, old, room, target, left, placed));
            sessions[i] = (target, ids, added);
        }

        if (sessions.Count - old >= small.Numbers) return best;
        for (var target = 0; target < room.Length; target++)
        {
            if (room[target] <= 0) continue;
            sessions.Add((target, 0, 1));
            best = Min(best, With(small, sessions, old, room, target, left, placed));
            sessions.RemoveAt(sessions.Count - 1);
        }

        return best;
    }

    private static (int, int, int) With(
        Small small, List<(int, int, int)> sessions, int old, int[] room, int target, int left, int placed)
    {
        room[target]--;
        var best = Best(small, sessions, old, room, left - 1, placed + 1);
        room[target]++;
        return best;
    }

    private static (int, int, int) Min((int, int, int) one, (int, int, int) other) => one.CompareTo(other) <= 0 ? one : other;
}
