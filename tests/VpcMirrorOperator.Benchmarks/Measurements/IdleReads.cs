using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>3. What a thousand sessions cost in which nothing happens: one hundred in each call, once per drift check interval.</summary>
internal static class IdleReads
{
    private const int Sessions = 1000;
    private const int Intervals = 10;
    private const int PerInterval = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static IEnumerable<Row> Run() => [.. AfterAStart(), .. AfterSpreadReads()];

    private static Row[] AfterAStart()
    {
        var world = Start();
        return Measure(world, new CallCount(world), "1,000 idle sessions, from the start on");
    }

    /// <summary>The least favourable beginning: every session was asked for on its own, evenly over one interval.</summary>
    private static Row[] AfterSpreadReads()
    {
        var world = Start();
        for (var i = 0; i < Sessions; i++)
        {
            world.Store.Annotate(BenchWorld.Key(i), Annotations.ReconcileRequestedAt, "now");
            world.Loop.RunFor(Interval / Sessions);
        }
        return Measure(world, new CallCount(world), "1,000 idle sessions, first read at 1,000 different times");
    }

    private static BenchWorld Start()
    {
        var world = new BenchWorld(new Setup { Sessions = [.. Enumerable.Range(0, Sessions).Select(i => Ids.Range(2 * i, 2))] });
        BenchOperator.Start(world);
        return world;
    }

    private static Row[] Measure(BenchWorld world, CallCount all, string name)
    {
        int[] reads = [.. Enumerable.Range(0, Intervals).Select(_ => ReadsOfOneInterval(world))];
        return
        [
            new Row(
                3, $"reads in ten intervals: {name}", $"{reads.Sum()} ({string.Join(' ', reads)}), {all.Writes} writes",
                $"<= {PerInterval} in each, 0 writes", reads.All(n => n <= PerInterval) && all.Writes == 0),
            LongestUnread(world, all, name),
        ];
    }

    private static int ReadsOfOneInterval(BenchWorld world)
    {
        var calls = new CallCount(world);
        world.Loop.RunFor(Interval);
        return calls.Reads;
    }

    /// <summary>Few reads prove nothing if sessions are forgotten: the longest time that any of them went unread.</summary>
    private static Row LongestUnread(BenchWorld world, CallCount all, string name)
    {
        var end = world.Loop.Time.GetUtcNow();
        var longest = all.Calls.SelectMany(call => call.Ids.Select(id => (Id: id, call.Time))).GroupBy(read => read.Id)
            .Select(session => session.Select(read => read.Time).Append(end))
            .Select(times => times.Zip(times.Skip(1), (one, next) => next - one).Max())
            .ToList();
        var limit = Interval * 1.1 + TimeSpan.FromSeconds(1);
        return new Row(
            3, $"longest time unread: {name}", $"{longest.Max().TotalSeconds:0.0} s of {longest.Count} sessions",
            $"<= {limit.TotalSeconds:0} s (interval + 10 %), {Sessions}", longest.Max() <= limit && longest.Count == Sessions);
    }
}
