namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>Processes that die, or lose the lease while they go on.</summary>
internal static class Failures
{
    public static bool Take(PolicyWorld world, bool isFailover)
    {
        var old = world.Lead;
        var id = isFailover ? 1 - world.Leader : world.Leader;
        var former = world.Processes[id];
        if (former.Views.Values.Any(view => view.IsPlanned)) return false;
        if (isFailover && former.Work.Values.Any(work => work.Reply is null)) return false;
        var next = new SimProcess(id, world.Processes.Max(process => process.Term) + 1)
        {
            Cache = isFailover ? new(former.Cache) : world.Children.ToDictionary(entry => entry.Key, entry => (SimChild?)entry.Value),
        };
        foreach (var name in world.Chosen.Keys)
            next.View(name).Policy = isFailover ? former.View(name).Policy : world.Policies.GetValueOrDefault(name);
        if (!isFailover)
            foreach (var (name, work) in old.Work)
                if (work.Reply is null) world.Ghosts.Enqueue((name, work));
        (world.Processes[id], world.Leader, world.WasHandedOn) = (next, id, true);
        return true;
    }

    public static bool Ghost(PolicyWorld world, bool arrives)
    {
        if (!world.Ghosts.TryDequeue(out var ghost)) return false;
        if (arrives) world.Cloud.Call(ghost.Work.Token, ghost.Work.Call);
        return true;
    }
}
