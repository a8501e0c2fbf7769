using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>
/// 2. How long a change takes, from the edit to <c>Ready</c>, divided by the time that the cloud itself needs for its writes. A first
/// change teaches the operator how long the region takes.
/// </summary>
internal static class ConvergenceTime
{
    private const double Target = 1.05;

    public static IEnumerable<Row> Run() =>
    [
        .. At(TimeSpan.FromSeconds(3), TimeSpan.Zero, Target),
        .. At(TimeSpan.FromSeconds(30), TimeSpan.Zero, Target),
        .. At(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(50), null),
    ];

    private static IEnumerable<Row> At(TimeSpan modifyTime, TimeSpan roundTrip, double? target)
    {
        var setup = new Setup
        {
            Sessions = [Ids.Range(0, 100)],
            ModifyTime = modifyTime,
            RoundTrip = roundTrip,
            RateBudget = Setup.NoLimit,
        };
        var world = new BenchWorld(setup);
        world.StartOperatorAndRest();
        var where = $"{modifyTime.TotalSeconds} s modify" + (
            roundTrip > TimeSpan.Zero ? $", {roundTrip.TotalMilliseconds} ms round trip" : "");
        yield return Change(world, $"time ratio, {where}, first change: 50 of 100 replaced", Ids.Range(50, 100), null);
        yield return Change(world, $"time ratio, {where}, learned: 1 of 100 replaced", Ids.Range(51, 100), target);
        yield return Change(world, $"time ratio, {where}, learned: 50 of 100 replaced", Ids.Range(101, 100), target);
        yield return Change(world, $"time ratio, {where}, learned: 100 -> 1,000 -> 100", Ids.Range(101, 1000), target, Ids.Range(101, 100));
    }

    private static Row Change(BenchWorld world, string name, string[] after, double? target, string[]? andBack = null)
    {
        world.Rest();
        var (calls, start) = (new CallCount(world), world.Now);
        foreach (var sources in andBack is null ? [after] : (string[][])[after, andBack])
        {
            world.EditSources(0, sources);
            world.RunUntilReady();
        }
        var took = world.Now - start;
        var ratio = took / (calls.Writes * world.Setup.ModifyTime);
        return new Row(
            2, name, $"{ratio:0.000} ({took.TotalSeconds:0.0} s, {calls.Writes} writes, {calls.Reads} reads)",
            target is null ? "" : $"<= {target}", target is null ? null : ratio <= target);
    }
}
