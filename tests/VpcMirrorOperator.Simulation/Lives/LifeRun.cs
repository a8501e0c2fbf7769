using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>The run of one world: trouble, then the way to the end, then quiet.</summary>
internal static class LifeRun
{
    public static void Whole(LifeWorld world)
    {
        var chaos = new LifeChaos(world, world.Loop.RandomFor("chaos"));
        var done = world.Loop.CreateProcess("chaos").Start(() => chaos.RunAsync(TimeSpan.FromMinutes(12)));
        world.Loop.RunUntil(() => done.IsCompleted, TimeSpan.FromMinutes(40));
        // What somebody else called last arrives and is carried out: before that, nothing has settled.
        world.Loop.RunFor(TimeSpan.FromSeconds(30));
        Settle(world);
        CheckQuiet(world);
    }

    /// <summary>Waits until everything has arrived.</summary>
    public static void Settle(LifeWorld world)
    {
        var limit = world.Loop.Time.Elapsed + TimeSpan.FromHours(2);
        while (LifeVerdict.Missing(world) is { } missing)
        {
            if (world.Loop.Time.Elapsed > limit)
                throw new SimulationException(
                    $"seed {world.Loop.Seed} ({world.Profile}): not arrived: {missing}\n{world.Loop.Trace.Tail()}", null);
            world.Loop.RunFor(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>What is refused is tried again every now and then, by each of two processes.</summary>
    private static int MostQuietWrites(LifeWorld world) => 2 * 2 * world.Sessions.Objects.Count(
        one => one.Spec.SourceIds.Contains(LifeCloud.BadSource) || Conditions.Find(one.Status!.Conditions, ConditionTypes.Ready)?.Reason
            is Engine.Decisions.Reasons.PriorityConflict);

    /// <summary>A world in which nothing happens any more writes nothing, and stays as it is.</summary>
    private static void CheckQuiet(LifeWorld world)
    {
        world.Loop.RunFor(TimeSpan.FromMinutes(3));
        var writes = world.Rules.Writes;
        world.Loop.RunFor(TimeSpan.FromMinutes(10));
        var missing = LifeVerdict.Missing(world);
        // The time may be up in the moment in which something refused is tried again; what that leaves is told within two drift checks.
        if (missing is not null && MostQuietWrites(world) > 0)
        {
            world.Loop.RunFor(TimeSpan.FromMinutes(2));
            missing = LifeVerdict.Missing(world);
        }

        if (world.Rules.Writes - writes <= MostQuietWrites(world) && missing is null) return;
        throw new SimulationException(
            $"seed {world.Loop.Seed} ({world.Profile}): {world.Rules.Writes - writes} writes in ten quiet minutes; {missing}\n"
            + world.Loop.Trace.Tail(), null);
    }
}
