using System.Globalization;
using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>
/// Calls that the API server counted (<c>apiserver_request_total</c>), by resource and verb. A watch is counted when it ends.
/// </summary>
internal sealed partial record ApiCalls(IReadOnlyDictionary<(string Resource, string Verb), double> Counts)
{
    private static readonly string[] Resources = ["trafficmirrorfilters", "trafficmirrorsessions", "events", "leases"];

    /// <summary>All of them together.</summary>
    public double Total => Counts.Values.Sum();

    /// <summary>All up to now.</summary>
    public static async Task<ApiCalls> SoFarAsync(TestCluster cluster) => Of(await cluster.KubectlAsync("get", "--raw", "/metrics"));

    public static ApiCalls Of(string page) => new(Line().Matches(page)
        .GroupBy(line => (line.Groups["resource"].Value, line.Groups["verb"].Value))
        .Where(calls => Resources.Contains(calls.Key.Item1))
        .ToDictionary(calls => calls.Key, calls => calls.Sum(Count)));

    public ApiCalls Since(ApiCalls earlier) => new(Counts
        .Select(count => KeyValuePair.Create(count.Key, count.Value - earlier.Counts.GetValueOrDefault(count.Key)))
        .Where(count => count.Value > 0)
        .ToDictionary());

    /// <summary>For example <c>sessions: 100 PATCH, 1 LIST; leases: 3 PUT</c>.</summary>
    public override string ToString() => string.Join("; ", Resources
        .Select(resource => (resource, Counts.Where(count => count.Key.Resource == resource).OrderByDescending(count => count.Value)))
        .Where(calls => calls.Item2.Any())
        .Select(calls => calls.resource.Replace("trafficmirror", "", StringComparison.Ordinal) + ": " +
            string.Join(", ", calls.Item2.Select(count => Report.Text.Of($"{count.Value:0} {count.Key.Verb}")))));

    private static double Count(Match line) => double.Parse(line.Groups["count"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""^apiserver_request_total\{.*,resource="(?<resource>[^"]+)",.*,verb="(?<verb>[^"]*)".*\} (?<count>\S+)$""",
        RegexOptions.Multiline)]
    private static partial Regex Line();
}
