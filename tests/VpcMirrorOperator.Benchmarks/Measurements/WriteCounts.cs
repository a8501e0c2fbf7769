using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>1. Cloud writes for a change: adds and removes in full batches of ten, and not one call more.</summary>
internal static class WriteCounts
{
    private const int BatchSize = 10;

    public static IEnumerable<Row> Run() =>
    [
        Change("0 -> 1", [], Ids.Range(0, 1)),
        Change("35 -> 35, 17 replaced", Ids.Range(0, 35), Ids.Range(17, 35)),
        EmptyWithApproval(),
        Change("1,000 -> 1,000, 500 replaced", Ids.Range(0, 1000), Ids.Range(500, 1000)),
    ];

    private static Row Change(string name, string[] before, string[] after)
    {
        var world = Start(before);
        var calls = new CallCount(world);
        world.EditSources(0, after);
        world.RunUntilReady();
        return Judge($"writes for {name}", world, calls, before, after, "");
    }

    /// <summary>The plan is held until its hash is approved; that one approval then carries all its batches.</summary>
    private static Row EmptyWithApproval()
    {
        var before = Ids.Range(0, 100);
        var world = Start(before);
        var calls = new CallCount(world);
        world.Edit(0, spec => spec with
        {
            SourceIds = [],
            Safety = new SafetySpec { AllowEmpty = true, MaxRemovals = new IntOrPercent(10, IsPercent: true) },
        });
        world.RunUntil(() => Conditions.IsTrue(world.Store.Get(BenchWorld.Key(0)).Status!.Conditions, ConditionTypes.SafetyHold));
        world.Loop.RunFor(TimeSpan.FromHours(1));
        var early = calls.Writes;
        world.Store.Annotate(BenchWorld.Key(0), Annotations.ApprovedPlan, world.Store.Get(BenchWorld.Key(0)).Status!.Plan!.Hash!);
        world.RunUntilReady();
        var row = Judge("writes for 100 -> 0, approved once", world, calls, before, [], $", {early} in the held hour");
        return row with { Ok = row.Ok == true && early == 0 };
    }

    private static BenchWorld Start(string[] sources)
    {
        var world = new BenchWorld(new Setup { Sessions = [sources], RateBudget = Setup.NoLimit });
        world.StartOperatorAndRest();
        return world;
    }

    private static Row Judge(string name, BenchWorld world, CallCount calls, string[] before, string[] after, string more)
    {
        var expected = Batches(after.Except(before)) + Batches(before.Except(after));
        return new Row(1, name, $"{calls.Writes}{more}", $"{expected}", calls.Writes == expected && world.Sources(0).SetEquals(after));
    }

    private static int Batches(IEnumerable<string> ids) => (ids.Count() + BatchSize - 1) / BatchSize;
}
