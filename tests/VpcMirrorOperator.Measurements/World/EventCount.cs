using System.Text.Json;
using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>Events that the API server has, and those that a program says it dropped.</summary>
internal static partial class EventCount
{
    /// <summary>Events of all namespaces, each series once.</summary>
    public static async Task<int> FoundAsync(TestCluster cluster)
    {
        using var page = JsonDocument.Parse(await cluster.KubectlAsync("get", "--raw", "/api/v1/events?limit=1"));
        var rest = page.RootElement.GetProperty("metadata").TryGetProperty("remainingItemCount", out var count) ? count.GetInt32() : 0;
        return page.RootElement.GetProperty("items").GetArrayLength() + rest;
    }

    /// <summary>What a page of metrics says of events that were dropped; null when it has no such metric.</summary>
    public static double? Dropped(string page) =>
        Metric().Match(page) is { Success: true } metric ? MetricSum.Of(page, metric.Groups["name"].Value) : null;

    [GeneratedRegex("^# TYPE (?<name>[a-z_]*events?_(dropped|lost|discarded)[a-z_]*) counter", RegexOptions.Multiline)]
    private static partial Regex Metric();
}
