using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>One small change, and a crash after every single step of it.</summary>
public class CrashEverywhereTests
{
    private static readonly string[] Before = ["eni-a", "eni-b", "eni-c"];
    private static readonly string[] After = ["eni-b", "eni-c", "eni-d"];

    [Fact]
    public void A_crash_after_any_step_neither_doubles_nor_loses_a_write()
    {
        var steps = StepsOf(Run(killAfter: null));
        Assert.True(steps > 50, $"only {steps} steps");
        for (var step = 1; step <= steps; step++) StepsOf(Run(step));
    }

    [Fact]
    public void A_seed_replays_exactly()
    {
        var first = Run(killAfter: 40);
        var second = Run(killAfter: 40);
        Assert.Equal(first.Loop.Trace.Lines, second.Loop.Trace.Lines);
        Assert.Equal(first.Loop.Fingerprint, second.Loop.Fingerprint);
    }

    private static long StepsOf(MirrorWorld world) => world.Loop.Steps;

    private static MirrorWorld Run(int? killAfter)
    {
        var world = new MirrorWorld(seed: 7, Seed(), store => store.Declare(Declared()));
        var first = world.StartOperator();
        if (killAfter is { } steps)
        {
            first.KillAfterSteps(steps);
            first.Died += () => world.StartOperator();
        }

        world.Loop.RunUntil(() => world.Store.Objects.All(declared => Verdict.HasArrived(world, declared)), TimeSpan.FromMinutes(10));
        var executed = world.Cloud.Snapshot().Calls.Where(call => call.Executed).Select(call => call.Action[..3]);
        Assert.Equal(["Add", "Rem"], executed);
        return world;
    }

    private static TrafficMirrorSession Declared() => new()
    {
        Metadata = new ObjectMeta { Name = "one", Namespace = "default" },
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = MirrorWorld.Region, TrafficMirrorSessionId = MirrorWorld.SessionId(0), SourceIds = After,
        },
    };

    private static EmulatorSeed Seed() => MirrorWorld.CloudOf(
        EmulatorSettings.RaisedQuotas with { ModifyDuration = TimeSpan.FromSeconds(3), StaleAfterWrite = TimeSpan.FromSeconds(1) },
        [new SessionSeed { Id = MirrorWorld.SessionId(0), Sources = [.. Before] }]);
}
