using System.Globalization;
using VpcMirrorOperator.Clusters;
using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>Memory with a number of objects, and how long it takes from the start until all of them have their status.</summary>
internal static class Memory
{
    private const int Scrapes = 3;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public static async Task<Row[]> RunAsync(string binary) =>
        [.. await OfAsync(binary, 100, "<= 30 MB without TLS"), .. await OfAsync(binary, 1_000, ""), .. await OfAsync(binary, 10_000, "<= 45 MB without TLS")];

    private static async Task<Row[]> OfAsync(string binary, int count, string aim)
    {
        await using var stage = await Stage.StartAsync(count);
        await stage.DeclareAsync(0, count);
        var started = TimeProvider.System.GetTimestamp();
        using var controller = ControllerProcess.Start(stage.Cluster, binary);
        await stage.Statuses.ReachAsync(count);
        var took = TimeProvider.System.GetElapsedTime(started);
        await Wait.ForAsync(Settling);
        var objects = count.ToString("N0", CultureInfo.InvariantCulture) + " objects";
        return
        [
            new Row($"start -> all statuses written, {objects}, 4 workers", Text.Seconds(took)),
            new Row($"RSS, {objects}, with TLS", Use(controller.Id), aim),
            new Row($"RSS, {objects}, after {Scrapes} reads of /metrics", await AfterScrapesAsync(controller)),
        ];
    }

    private static async Task<string> AfterScrapesAsync(ControllerProcess controller)
    {
        for (var i = 0; i < Scrapes; i++)
        {
            await controller.Ports.MetricsAsync();
            await Wait.ForAsync(TimeSpan.FromSeconds(1));
        }

        return Use(controller.Id);
    }

    private static string Use(int pid) => $"{Text.Megabytes(ProcessUse.Resident(pid))}, peak {Text.Megabytes(ProcessUse.Peak(pid))}";
}
