using System.Diagnostics;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>4. What one decision costs, in wall time and bytes. The only measurement on wall time; nothing is asserted.</summary>
internal static class PlannerCost
{
    private const int Rounds = 15;
    private static readonly int[] Sizes = [50, 1_000, SpecLimits.MaxSources, 10_000];
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<Row> Run() => [.. Growth("in sync", 0), .. Growth("10 % replaced", 10)];

    private static IEnumerable<Row> Growth(string name, int percentReplaced)
    {
        var costs = Sizes.Select(size => (Size: size, Cost: PerDecision(Input(size, size * percentReplaced / 100)))).ToList();
        var (thousand, one) = costs[1];
        foreach (var (size, cost) in costs)
        {
            var (time, bytes) = (cost.Time / one.Time, (double)cost.Bytes / one.Bytes);
            yield return new Row(
                4, $"decision for {size:#,0} ids, {name}",
                $"{cost.Time.TotalMicroseconds:#,0.0} us (x {time:0.00}), {cost.Bytes:#,0} bytes (x {bytes:0.00})",
                $"linear would be x {(double)size / thousand:0.00}");
        }
    }

    private static (TimeSpan Time, long Bytes) PerDecision(PlannerInput input)
    {
        var perRound = Calibrate(input);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        // The fastest round: on a shared machine the others mostly measure the neighbours.
        var fastest = Enumerable.Range(0, Rounds).Min(_ => Repeat(input, perRound));
        return (fastest / perRound, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (Rounds * (long)perRound));
    }

    /// <summary>Warms up until the compiler has optimised what is hot.</summary>
    /// <returns>How many decisions fit into a round.</returns>
    private static int Calibrate(PlannerInput input)
    {
        var (start, count) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(start) < WarmUp || count < 100; count++) Repeat(input, 1);
        return Math.Max(1, (int)(count * (RoundTime / Stopwatch.GetElapsedTime(start))));
    }

    private static TimeSpan Repeat(PlannerInput input, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) GC.KeepAlive(SessionPlanner.Decide(input));
        return Stopwatch.GetElapsedTime(start);
    }

    private static PlannerInput Input(int size, int replaced)
    {
        var observed = ObservedSession.From(
            new SessionState { Status = ObservedSession.Created, BusinessStatus = ObservedSession.Normal, Enabled = true },
            Ids.Range(0, size));
        return new PlannerInput
        {
            Declared = new TrafficMirrorSession
            {
                Metadata = new ObjectMeta { Name = "s", Namespace = "default", Uid = "u", Generation = 1 },
                Spec = new TrafficMirrorSessionSpec
                {
                    RegionId = BenchWorld.Region, TrafficMirrorSessionId = BenchWorld.SessionId(0), SourceIds = Ids.Range(replaced, size),
                },
                Status = new TrafficMirrorSessionStatus { ObservedGeneration = 1, Session = observed.State },
            },
            Observed = observed,
            Now = DateTimeOffset.UnixEpoch,
            Memory = SessionMemory.Empty,
            Holder = "bench",
            AddBatchSize = RegionLimits.DefaultAddBatchSize,
        };
    }
}
