using System.Globalization;
using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>Memory with a number of objects, and how long it takes from the start until all of them have their status.</summary>
internal static class Memory
{
    private const int Scrapes = 3;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly Dictionary<string, string> NoLimit = [];

    /// <summary>
    /// What the runtime gives itself in a container with the shipped limit of 128Mi: a heap of three quarters of it (0x6000000 bytes, in
    /// hex without a prefix). No cgroup is needed for that.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> ShippedLimit =
        new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "6000000" };

    public static async Task<Row[]> RunAsync(string binary) =>
    [
        .. await OfAsync(binary, 100, NoLimit, "", "<= 30 MB without TLS"),
        .. await OfAsync(binary, 1_000, NoLimit, "", ""),
        .. await OfAsync(binary, 10_000, NoLimit, "", "<= 45 MB without TLS"),
        .. await OfAsync(binary, 10_000, ShippedLimit, ", heap limit as in the shipped pod", ""),
    ];

    private static async Task<Row[]> OfAsync(
        string binary, int count, IReadOnlyDictionary<string, string> variables, string under, string aim)
    {
        await using var stage = await Stage.StartAsync(count);
        await stage.DeclareAsync(0, count);
        var started = TimeProvider.System.GetTimestamp();
        using var controller = ControllerProcess.Start(stage.Cluster, binary, variables);
        await stage.Statuses.ReachAsync(count);
        var took = TimeProvider.System.GetElapsedTime(started);
        await Wait.ForAsync(Settling);
        var objects = count.ToString("N0", CultureInfo.InvariantCulture) + " objects" + under;
        return
        [
            new Row($"start -> all statuses written, {objects}, 4 workers", Text.Seconds(took)),
            new Row($"RSS, {objects}, with TLS", Use(controller.Id), aim),
            new Row($"RSS, {objects}, after {Scrapes} reads of /metrics", await AfterScrapesAsync(controller)),
        ];
    }

    private static async Task<string> AfterScrapesAsync(ControllerProcess controller)
    {
        var page = "";
        for (var i = 0; i < Scrapes; i++)
        {
            page = await controller.Ports.MetricsAsync();
            await Wait.ForAsync(TimeSpan.FromSeconds(1));
        }

        return $"{Use(controller.Id)}, of it managed objects {Text.Megabytes((long)MetricSum.Of(page, "dotnet_total_memory_bytes"))}";
    }

    private static string Use(int pid) =>
        $"{Text.Megabytes(ProcessUse.Resident(pid))}, peak {Text.Megabytes(ProcessUse.Peak(pid))}, pages of files " +
            $"{Text.Megabytes(ProcessUse.Files(pid))}";
}
