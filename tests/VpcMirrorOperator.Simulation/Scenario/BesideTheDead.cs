using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// The last part of a seed with two regions: all troubles have ended but one, the far region is dead. The objects of the other one arrive
/// as if it were not; and when it dies in the moment in which everything is edited, they are handled within seconds.
/// </summary>
internal static class BesideTheDead
{
    /// <summary>The longest pause before a rejected source is tried again, and a quarter more. Most arrive within minutes.</summary>
    private static readonly TimeSpan Arrival = TimeSpan.FromMinutes(75);

    private static readonly TimeSpan Awake = TimeSpan.FromMinutes(2);

    /// <summary>A lagging cache, a read, two writes of the object.</summary>
    private static readonly TimeSpan Handling = TimeSpan.FromSeconds(3);

    public static void Check(MirrorWorld world, DeadRegions regions)
    {
        regions.KillFar();
        RunUntil(world, declared => Verdict.HasArrived(world, declared), Arrival, "did not arrive");
        world.StoreSlowRate = 0;
        // A process that was paused at the last moment of the troubles is awake again.
        world.Loop.RunFor(Awake);
        var random = world.Loop.RandomFor("beside");
        for (var round = 0; round < 3; round++)
        {
            regions.Revive();
            world.Loop.RunFor(TimeSpan.FromSeconds(random.Next(1, 240)));
            regions.KillFar();
            EditAll(world);
            RunUntil(world, IsHandled, Handling, "was not handled");
        }

        world.StoreSlowRate = 0.01;
        regions.Revive();
    }

    /// <summary>Nothing that changes what is to be done; the far ones first.</summary>
    private static void EditAll(MirrorWorld world)
    {
        foreach (var declared in world.Store.Objects.OrderBy(declared => declared.Spec.RegionId == MirrorWorld.Region).ToList())
            if (declared.Metadata.DeletionTimestamp is null)
                world.Store.EditSpec(declared.Key(), spec => spec with { ValidateWithDryRun = !(spec.ValidateWithDryRun ?? false) });
    }

    private static List<TrafficMirrorSession> Near(MirrorWorld world) =>
        [.. world.Store.Objects.Where(declared => declared.Spec.RegionId == MirrorWorld.Region)];

    private static bool IsHandled(TrafficMirrorSession declared) => declared.Status?.ObservedGeneration == declared.Metadata.Generation;

    private static void RunUntil(MirrorWorld world, Func<TrafficMirrorSession, bool> done, TimeSpan limit, string what)
    {
        var end = world.Loop.Time.Elapsed + limit;
        while (Near(world).FirstOrDefault(declared => !done(declared)) is { } late)
        {
            if (world.Loop.Time.Elapsed > end)
                throw new SimulationException(
                    $"seed {world.Loop.Seed}: beside a dead region, {late.Key()} {what} within {limit}\n{world.Loop.Trace.Tail()}", null);
            world.Loop.RunFor(TimeSpan.FromSeconds(1));
        }
    }
}
