using System.Globalization;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>
/// 8. A day of churn: each minute one object comes, the oldest goes, and one gets another source for one of its own, so that whatever is
/// kept of objects that are gone would be found in the memory after a full collection at the end of each hour.
/// </summary>
internal static class Soak
{
    private const int Alive = 100;
    private const int Hours = 24;
    private const int Half = 10;
    private const int PerHour = 60;
    private const int SpareSources = 3;

    /// <summary>Less than an entry of a dictionary and its key.</summary>
    private const int BytesPerObject = 64;

    public static IEnumerable<Row> Run()
    {
        // All ids there will ever be are there from the beginning, for the world around the operator.
        foreach (var id in Ids.Range(0, SpareSources * (Alive + (Hours * PerHour)))) string.Intern(id);
        var sessions = Enumerable.Range(0, Alive + (Hours * PerHour)).Select(i => Ids.Range(SpareSources * i, 2));
        var (world, objects) = (new BenchWorld(new Setup { Sessions = [.. sessions] }), new ApiObjects());
        for (var i = 0; i < Alive; i++) Declare(world, objects, i);
        HostedOperator.Start(world, objects);
        List<long> live = [];
        for (var hour = 0; hour < Hours; hour++)
        {
            for (var step = 0; step < PerHour; step++) Churn(world, objects, (hour * PerHour) + step);
            // Neither the cloud's record of all calls nor the trace is what is looked for.
            world.RenewCloud();
            world.Loop.Trace.Clear();
            live.Add(Live());
        }

        return [Found([.. live], objects.All.Count(IsReady))];
    }

    private static Row Found(long[] live, int ready)
    {
        // Single hours differ by what happens to be under way: the middle of ten hours and that of the ten before, after four to warm up.
        var growth = (Middle(live[^Half..]) - Middle(live[^(2 * Half)..^Half])) / (Half * PerHour);
        var hours = string.Join(' ', live.Select(bytes => bytes / 1000));
        return new Row(
            8, Text($"a day of churn: {Hours * PerHour:N0} objects come, go and are edited"),
            Text($"{growth} bytes an object (kB at the end of each hour: {hours}), {ready} of {Alive} Ready"),
            Text($"<= {BytesPerObject} bytes an object"), growth <= BytesPerObject && ready >= Alive - 2);
    }

    private static long Middle(IEnumerable<long> bytes) => bytes.Order().ElementAt(Half / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Churn(BenchWorld world, ApiObjects objects, int step)
    {
        Declare(world, objects, Alive + step);
        objects.Delete(Name(step), world.Loop.Time.GetUtcNow());
        var edited = step + (Alive / 2);
        objects.Edit(Name(edited), spec => spec["sourceIds"] = Sources((SpareSources * edited) + 1));
        world.Loop.RunFor(TimeSpan.FromMinutes(1));
    }

    private static void Declare(BenchWorld world, ApiObjects objects, int index) => objects.Create(
        Name(index), world.Loop.Time.GetUtcNow(), new JsonObject
        {
            ["regionId"] = BenchWorld.Region,
            ["trafficMirrorSessionId"] = BenchWorld.SessionId(index),
            ["sourceIds"] = Sources(SpareSources * index),
        });

    private static JsonArray Sources(int first) => [.. Ids.Range(first, 2).Select(id => JsonValue.Create(id))];

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index:00000}");

    private static bool IsReady(JsonObject item) =>
        item["status"]?["conditions"]?.AsArray().Any(c => (string?)c!["type"] == "Ready" && (string?)c["status"] == "True") ?? false;

    private static long Live()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
