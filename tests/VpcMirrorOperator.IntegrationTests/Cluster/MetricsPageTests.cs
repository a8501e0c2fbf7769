using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary><c>docs/metrics.md</c> and a running operator speak of the same metrics.</summary>
public partial class MetricsPageTests
{
    [Fact]
    public async Task Every_metric_is_documented_with_its_type_and_every_documented_one_is_served()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        // Until every family has a member: a throttled call, a hold, a drift, an object that is not Ready.
        cluster.Cloud.Faults.Add(new() { Kind = Emulator.Faults.FaultKind.Throttle, Times = 1, RetryAfterMs = 100 });
        await cluster.ApplyWebTierAsync();
        cluster.Cloud.ForeignRemove("demo", WebTier.Region, WebTier.Session, [WebTier.One]);
        await cluster.MergeAsync("web-tier", $$$"""{"spec":{"safety":{"maxRemovals":1},"sourceIds":["{{{WebTier.Other}}}"]}}""");
        await cluster.HasConditionAsync("web-tier", "SafetyHold");

        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "metrics.md"), TestContext.Current.CancellationToken);
        var documented = Row.Matches(page).Select(row => $"{row.Groups["name"]} {row.Groups["type"]}").Order().ToList();
        var served = TypeLine.Matches(await controller.MetricsAsync()).Select(line => $"{line.Groups["name"]} {line.Groups["type"]}");
        // Keys that do not expire, as the emulator's, have no end to tell.
        var ours = served.Where(line => !Foreign.IsMatch(line)).Append("vpcmirror_credentials_expiration_timestamp_seconds gauge")
            .Distinct().Order();
        Assert.Equal(documented, ours);
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z_]+)` \| (?<type>counter|gauge|histogram) \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex("^# TYPE (?<name>[a-z_]+) (?<type>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine { get; }

    [GeneratedRegex("^(process|dotnet)_")]
    private static partial Regex Foreign { get; }
}
