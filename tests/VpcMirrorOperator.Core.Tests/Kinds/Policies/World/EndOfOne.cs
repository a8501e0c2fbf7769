namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>What must be so at rest, with one policy.</summary>
internal static class EndOfOne
{
    public static string? Check(PolicyWorld world)
    {
        var ours = world.Cloud.Sessions.Values.Where(s => s.Tag.Length > 0).ToList();
        var policy = world.Policies.GetValueOrDefault("p");
        if (policy is null || policy.Deleting.Length > 0 || world.NamespaceEnds) return Ended(world, policy, ours);
        if (policy.Open) return Living(world, policy, ours) ?? Coverage(world, policy, ours);
        if (ours.Count > 0) return $"WINDOW session {ours[0].Sid} is still there after the end of the window";
        return world.Children.Count > 0 ? $"WINDOW child {world.Children.Keys.First()} is still there" : null;
    }

    private static string? Ended(PolicyWorld world, SimPolicy? policy, List<SimSession> ours)
    {
        if (policy is not null) return "STUCK the deletion of the policy does not end";
        if (!world.Gone.TryGetValue("p", out var former)) return null;
        if (world.IsOrphaned)
        {
            if (!world.Children.Values.Where(c => c.Sid.Length > 0).Select(c => c.Name).ToHashSet().SetEquals(ours.Select(s => s.Tag)))
                return "ORPHAN a child or a session was lost by --cascade=orphan";
            return world.HadSessions && ours.Count == 0 ? "ORPHAN --cascade=orphan deleted the sessions" : null;
        }

        if (world.Children.Count > 0) return "STUCK children are still there";
        if (former.Deletes && ours.Count > 0) return $"ORPHAN session {ours[0].Sid} is still there after the deletion";
        return !former.Deletes && ours.Count == 0 && world.HadSessions ? "LOST Retain left no session" : null;
    }

    private static string? Living(PolicyWorld world, SimPolicy policy, List<SimSession> ours)
    {
        var keepable = world.Interfaces.Where(entry => entry.Value is "sel" or "bad").Select(entry => entry.Key).ToHashSet();
        foreach (var session in ours)
        {
            if (session.Sources.FirstOrDefault(id => !keepable.Contains(id)) is { } extra) return $"EXTRA {extra} in {session.Sid}";
            if (!world.Children.ContainsKey(session.Tag)) return $"ORPHAN session {session.Sid} has no child";
            if (session.Filter != policy.Filter || !session.On) return $"DRIFT {session.Sid}";
        }

        var twice = ours.SelectMany(s => s.Sources).GroupBy(id => id).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : $"TWICE {twice.Key}";
    }

    /// <summary>Asked only where there is surely room and a number for all.</summary>
    private static string? Coverage(PolicyWorld world, SimPolicy policy, List<SimSession> ours)
    {
        var (cloud, covered) = (world.Cloud, world.Coverage("p"));
        var foreign = cloud.Sessions.Values.Where(s => s.Tag.Length == 0).ToList();
        var bad = world.Interfaces.Where(entry => entry.Value == "bad").Select(entry => entry.Key).ToHashSet();
        var placeable = world.Interfaces.Where(entry => entry.Value == "sel").Select(entry => entry.Key)
            .Where(id => foreign.Count(s => s.Sources.Contains(id)) < 3).ToList();
        var room = policy.Targets.Sum(t => Math.Max(0, t.Size - foreign.Where(s => s.Target == t.Id).Sum(s => s.Sources.Count)));
        room -= bad.Count(covered.Contains);
        var size = Math.Min(policy.Size, cloud.SessionSize);
        var numbers = Enumerable.Range(policy.From, policy.To - policy.From + 1).Count(n => foreign.All(s => s.Priority != n));
        if (room < placeable.Count || numbers < ((placeable.Count + size - 1) / size) + policy.Targets.Count + 1) return null;
        if (placeable.Find(id => !covered.Contains(id)) is { } uncovered) return $"UNCOVERED {uncovered} could have a place";
        var old = ours.Find(s => policy.Targets.All(t => t.Id != s.Target) && s.Sources.Any(id => !bad.Contains(id)));
        return old is null ? null : $"OLDTARGET {old.Sid}";
    }
}
