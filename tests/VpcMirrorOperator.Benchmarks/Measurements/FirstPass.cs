using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>
/// 7. What it costs to find thousands of objects in order after a start, with an API server that takes its time to store their statuses:
/// each session is read once, one hundred in a call, and nothing is told of what is as declared.
/// </summary>
internal static class FirstPass
{
    private const int PerCall = 100;

    public static IEnumerable<Row> Run() => [.. Measure(1_000), .. Measure(10_000)];

    private static Row[] Measure(int objects)
    {
        var world = new BenchWorld(new Setup
        {
            Sessions = [.. Enumerable.Range(0, objects).Select(i => Ids.Range(2 * i, 2))],
            RoundTrip = TimeSpan.FromMilliseconds(50),
            StatusWrite = TimeSpan.FromMilliseconds(8),
            IsShuffled = true,
        });
        var told = new CountedEvents();
        var process = BenchOperator.Start(world, told);
        var first = Pass(world, objects, told, "without a status");
        process.Kill();
        BenchOperator.Start(world, told, "successor");
        return [first, Pass(world, objects, told, "after a restart")];
    }

    private static Row Pass(BenchWorld world, int objects, CountedEvents told, string name)
    {
        var calls = new CallCount(world);
        var statuses = 0;
        world.Store.StatusWritten += (_, _) => statuses++;
        // Shorter than the shortest pause before a drift check.
        world.Loop.RunFor(TimeSpan.FromMinutes(4));
        var ready = world.Store.Objects.Count(BenchWorld.IsReady);
        return new Row(
            7, string.Create(CultureInfo.InvariantCulture, $"first pass over {objects:N0} objects in order: {name}"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{calls.Reads} reads, {calls.Writes} writes, {told.Count} events, {statuses:N0} status writes, {ready:N0} Ready"),
            string.Create(CultureInfo.InvariantCulture, $"{objects / PerCall} reads, 0 writes, 0 events, {objects:N0} Ready"),
            calls.Reads == objects / PerCall && calls.Writes == 0 && told.Count == 0 && ready == objects);
    }

    private sealed class CountedEvents : ISessionEvents
    {
        public int Count { get; private set; }

        public void Record(TrafficMirrorSession about, SessionEventType type, string reason, string message) => Count++;
    }
}
