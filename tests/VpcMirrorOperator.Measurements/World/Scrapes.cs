using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>A program after its metrics were read three times.</summary>
/// <param name="Resident">VmRSS in bytes.</param>
/// <param name="Peak">VmHWM in bytes.</param>
/// <param name="Managed">What the collector counts, in bytes; garbage that it has not found yet included.</param>
/// <param name="Dropped">Events that were dropped, by its own count; null when it does not count them.</param>
internal sealed record Scrapes(long Resident, long Peak, long Managed, double? Dropped)
{
    private const int Reads = 3;

    /// <summary>Reads them; null for a program that has none.</summary>
    public static async Task<Scrapes?> OfAsync(TestCluster cluster, StartedContender started)
    {
        if (started.Ports is not { } ports) return null;
        var (scraper, page) = (await Scraper.AllowedAsync(cluster), "");
        for (var i = 0; i < Reads; i++)
        {
            page = await scraper.ReadAsync(ports);
            await Wait.ForAsync(TimeSpan.FromSeconds(1));
        }

        var id = started.Process.Id;
        return new Scrapes(
            ProcessUse.Resident(id), ProcessUse.Peak(id), (long)MetricSum.Of(page, "dotnet_total_memory_bytes"), EventCount.Dropped(page));
    }
}
