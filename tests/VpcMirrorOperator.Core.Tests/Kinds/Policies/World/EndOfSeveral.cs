using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>What must be so at rest, with several policies.</summary>
internal static class EndOfSeveral
{
    public static string? Check(PolicyWorld world) =>
        PolicyProfiles.Names.Select(name => Check(world, name)).FirstOrDefault(broken => broken is not null);

    private static string? Check(PolicyWorld world, string name)
    {
        var ours = world.Cloud.Sessions.Values.Where(s => s.Tag.StartsWith(name + "-", StringComparison.Ordinal)).ToList();
        if (!world.Policies.TryGetValue(name, out var policy)) return Gone(world, name, ours);
        if (policy.Deleting.Length > 0) return $"STUCK policy {name}";
        if (policy.Mode is PolicyMode.Observe or PolicyMode.Suspended) return null;
        if (!policy.Open) return policy.Mode == PolicyMode.Sync && ours.Count > 0 ? $"WINDOW {ours[0].Tag}" : null;
        return Coverage(world, policy, ours) ?? Sessions(world, policy, ours);
    }

    private static string? Gone(PolicyWorld world, string name, List<SimSession> ours)
    {
        if (!world.Gone.TryGetValue(name, out var former)) return null;
        if (former is { Deletes: true, Mode: PolicyMode.Sync } && ours.Count > 0) return $"ORPHAN {ours[0].Tag}";
        return world.Children.Values.Any(child => PolicyWorld.Owner(child.Name) == name) ? $"STUCK children of {name}" : null;
    }

    private static string? Coverage(PolicyWorld world, SimPolicy policy, List<SimSession> ours)
    {
        var good = world.Chosen[policy.Name].Where(id => world.Interfaces[id] == "sel").Order(StringComparer.Ordinal);
        foreach (var id in good.Except(world.Coverage(policy.Name)))
            if (Place(world, policy, ours, id) is { } target) return $"UNCOVERED {id} of {policy.Name} on {target}";
            else if (world.Steady[policy.Name].Contains(id) && !world.IsUsedByOthers && !world.WasHandedOn)
                return $"STARVED {id} of {policy.Name}";
        return null;
    }

    private static string? Place(PolicyWorld world, SimPolicy policy, List<SimSession> ours, string id)
    {
        var cloud = world.Cloud;
        var had = ours.SelectMany(s => s.Sources).ToHashSet();
        if (cloud.SessionsOf(id) + Stopped(world).Count(child => Lacks(world, child, id)) >= 3) return null;
        if (had.Count >= policy.Most && !had.Contains(id)) return null;
        foreach (var (target, size) in policy.Targets)
        {
            if (cloud.UseOf(target) + Reserved(world, target) >= Math.Min(size, cloud.Targets[target])) continue;
            var most = Math.Min(policy.Size, cloud.SessionSize);
            if (IsNumberFree(world, policy) || ours.Exists(s => s.Target == target && s.Sources.Count < most && !s.Sources.Contains(id)))
                return target;
        }

        return null;
    }

    /// <summary>What a policy that is stopped keeps for its return.</summary>
    private static int Reserved(PolicyWorld world, string target) => Stopped(world).Where(child => child.State.TargetId == target)
        .Sum(child => child.State.Sources.Count(id => Lacks(world, child, id)));

    private static IEnumerable<SimChild> Stopped(PolicyWorld world) =>
        world.Children.Values.Where(child => child.State.Mode is PolicyMode.Observe or PolicyMode.Suspended);

    private static bool Lacks(PolicyWorld world, SimChild child, string id) => child.State.Sources.Contains(id)
        && world.Cloud.Sessions.Values.FirstOrDefault(s => s.Tag == child.Name)?.Sources.Contains(id) != true;

    private static bool IsNumberFree(PolicyWorld world, SimPolicy policy) => Enumerable.Range(policy.From, policy.To - policy.From + 1).Any(
        n => world.Cloud.Sessions.Values.All(s => s.Priority != n) && world.Children.Values.All(c => c.State.Priority != n));

    private static string? Sessions(PolicyWorld world, SimPolicy policy, List<SimSession> ours)
    {
        var keep = world.Chosen[policy.Name].Where(id => world.Interfaces[id] is "sel" or "bad").ToHashSet();
        foreach (var session in ours)
        {
            if (!world.Children.ContainsKey(session.Tag)) return $"ORPHAN {session.Tag} has no child";
            if (policy.Mode != PolicyMode.Sync) continue;
            if (session.Sources.FirstOrDefault(id => !keep.Contains(id)) is { } extra) return $"EXTRA {extra} in {session.Tag}";
            if (session.Filter != policy.Filter || !session.On) return $"DRIFT {session.Tag}";
            if ((session.Priority < policy.From || session.Priority > policy.To) && IsNumberFree(world, policy))
                return $"DRIFT number {session.Tag}";
            if (policy.Targets.Any(t => t.Id == session.Target)) continue;
            var good = session.Sources.Where(id => world.Interfaces[id] == "sel");
            if (good.FirstOrDefault(id => Place(world, policy, ours, id) is not null) is { } old)
                return $"OLDTARGET {old} of {policy.Name} in {session.Tag}";
        }

        var twice = ours.SelectMany(s => s.Sources).GroupBy(id => id).FirstOrDefault(group => group.Count() > 1);
        return twice is null || policy.Mode != PolicyMode.Sync ? null : $"TWICE {twice.Key} of {policy.Name}";
    }
}
