using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>
/// 5. One edit, ten sources with one replaced, done by remove-all/add-all and by us: calls, time, and what the IDS does not see.
/// </summary>
internal static class EditGap
{
    private static readonly string[] Before = Ids.Range(0, 10);
    private static readonly string[] After = Ids.Range(1, 10);

    public static IEnumerable<Row> Run() => [Terraform(), Ours("ours, just started", warm: false), Ours("ours, learned", warm: true)];

    private static Row Terraform()
    {
        var world = new BenchWorld(new Setup { Sessions = [Before] });
        var process = world.Loop.CreateProcess("terraform");
        var algorithm = new RemoveAllAddAll(BenchClient.Create(world, process), process.Time, BenchWorld.SessionId(0));
        var ended = false;
        return Measure(
            "remove all, add all", world,
            () => process.Start(async () => { await algorithm.UpdateAsync(Before, After); ended = true; }),
            () => world.RunUntil(() => ended)).Row;
    }

    private static Row Ours(string name, bool warm)
    {
        // The second session is where the operator learns how long the region takes.
        var world = new BenchWorld(new Setup { Sessions = [Before, Ids.Range(0, 100)] });
        world.StartOperatorAndRest();
        if (warm)
        {
            world.EditSources(1, Ids.Range(50, 100));
            world.RunUntilReady();
            world.Rest();
        }
        var (row, gap) = Measure(name, world, () => world.EditSources(0, After), world.RunUntilReady);
        return row with
        {
            Target = "0 source-s of the 9 that stay",
            Ok = gap.Staying == TimeSpan.Zero && world.Sources(0).SetEquals(After),
        };
    }

    private static (Row Row, GapMeter Gap) Measure(string name, BenchWorld world, Action edit, Action run)
    {
        var (calls, gap, start) = (new CallCount(world), new GapMeter(world, Before, After), world.Now);
        gap.Start();
        edit();
        run();
        var row = new Row(
            5, $"10 sources, 1 replaced: {name}",
            $"{calls.Writes} writes, {calls.Reads} reads, {(world.Now - start).TotalSeconds:0.00} s; without mirroring: "
            + $"{gap.Staying.TotalSeconds:0.0} source-s of the 9 that stay, {gap.Desired.TotalSeconds:0.0} of the 10 wanted");
        return (row, gap);
    }
}
