using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>Single stories, each with a crash after every seventh step of it, or on a network that is calm.</summary>
public class LifeScenarioTests
{
    private const int Stride = 7;

    private static readonly ObjectKey Folder = new(LifeWorld.OwnNamespace, "a");
    private static readonly ObjectKey Filter = new(LifeWorld.OwnNamespace, "f");
    private static readonly ObjectKey Adopted = new(LifeWorld.OwnNamespace, "ad");
    private static readonly ObjectKey Moved = new("another", "ad");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_crash_anywhere_between_creation_and_deletion_of_a_folder_doubles_nothing_and_leaves_nothing(bool filterFirst)
    {
        var steps = Story(filterFirst, killAfter: null);
        Assert.True(steps > 100, $"only {steps} steps");
        for (var step = filterFirst ? 1 : 4; step <= steps; step += Stride) Story(filterFirst, step);
    }

    [Fact]
    public void Adoption_then_release_leaves_the_session_as_it_was_declared()
    {
        var world = Started(one => one.Sessions.Declare(DeclaredAdopted(Adopted.Namespace)));
        Settle(world);
        var declared = world.Truth.Session(LifeCloud.SessionId)!;
        Assert.Equal(("adopted", 900), (declared.Name, declared.PacketLength));
        world.Sessions.Delete(Adopted);
        Settle(world);
        var writes = world.Rules.Writes;
        world.Loop.RunFor(TimeSpan.FromMinutes(10));
        Assert.Empty(world.Sessions.Objects);
        Assert.Equal(writes, world.Rules.Writes);
        Assert.Equal(declared.Sources, world.Truth.Session(LifeCloud.SessionId)!.Sources);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void An_adopted_session_moves_to_another_namespace_without_a_write(int seed, bool createFirst)
    {
        // Seed 3 restricts namespaces: there the old object has to go first, and the new one declares sources only.
        var world = Started(one => one.Sessions.Declare(SourcesOnly(Adopted.Namespace)), seed);
        Settle(world);
        var writes = world.Rules.Writes;
        if (createFirst) world.Sessions.Declare(SourcesOnly(Moved.Namespace));
        world.Loop.RunFor(TimeSpan.FromSeconds(20));
        world.Sessions.Delete(Adopted);
        world.Loop.RunFor(TimeSpan.FromSeconds(20));
        if (!createFirst) world.Sessions.Declare(SourcesOnly(Moved.Namespace));
        Settle(world);
        Assert.True(Conditions.IsTrue(world.Sessions.Get(Moved).Status!.Conditions, ConditionTypes.Ready));
        Assert.Equal(writes, world.Rules.Writes);
    }

    private static long Story(bool filterFirst, long? killAfter)
    {
        var world = new LifeWorld(seed: 4, LifeProfile.Whole, DeclareFolder);
        world.Network.Faults = SeededFaults.None;
        var first = world.StartOperator();
        if (killAfter is { } steps) first.KillAfterSteps((int)steps);
        first.Died += () => world.StartOperator();
        Settle(world);
        Assert.Equal(2, world.Truth.Made.Count());
        ObjectKey[] order = filterFirst ? [Filter, Folder] : [Folder, Filter];
        foreach (var key in order)
        {
            if (key == Filter) world.Filters.Delete(key);
            else world.Sessions.Delete(key);
        }

        world.Loop.RunUntil(() => world.Sessions.Objects.Count + world.Filters.Objects.Count == 0, TimeSpan.FromMinutes(15));
        Settle(world);
        return world.Loop.Steps;
    }

    private static void DeclareFolder(LifeWorld world)
    {
        var make = new LifeMaker(new Random(1));
        var (filter, session) = (make.Filter(Filter.Name, null), make.Session(Folder.Name, 10, Filter.Name));
        world.Filters.Declare(filter with { Spec = filter.Spec with { DeletionPolicy = FilterDeletionPolicy.Delete } });
        world.Sessions.Declare(session with
        {
            Spec = session.Spec with
            {
                DeletionPolicy = DeletionPolicy.Delete, ManagementPolicy = null, SourceIds = [LifeMaker.Id(1), LifeMaker.Id(2)],
            },
        });
    }

    private static TrafficMirrorSession DeclaredAdopted(string space)
    {
        var one = SourcesOnly(space);
        return one with { Spec = one.Spec with { Session = new SessionDeclaration { Name = "adopted", PacketLength = 900 } } };
    }

    private static TrafficMirrorSession SourcesOnly(string space) => new()
    {
        Metadata = new ObjectMeta { Name = Adopted.Name, Namespace = space },
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = LifeCloud.Region, TrafficMirrorSessionId = LifeCloud.SessionId, SourceIds = [LifeMaker.Id(0), LifeMaker.Id(3)],
            DriftCheckInterval = TimeSpan.FromMinutes(1),
        },
    };

    private static LifeWorld Started(Action<LifeWorld> declare, int seed = 3)
    {
        var world = new LifeWorld(seed, LifeProfile.Adopt, declare);
        world.Network.Faults = SeededFaults.None;
        world.StartOperator();
        return world;
    }

    private static void Settle(LifeWorld world) => LifeRun.Settle(world);
}
