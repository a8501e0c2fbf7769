using System.Text.Json;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Monitoring;

/// <summary>Dashboards and alerts, on a real Prometheus that scrapes a real controller.</summary>
public class DashboardTests
{
    [Fact]
    public async Task Every_query_has_data_and_a_held_plan_fires_an_alert_until_it_is_approved()
    {
        var program = Tools.InPath("prometheus");
        if (program is null) Assert.Skip("No prometheus: install the package prometheus.");
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--lease-namespace", "default");
        using var prometheus = new PrometheusServer(program, controller.Ports.Metrics);
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms", "--all", "--timeout=90s");
        Assert.False(await prometheus.FiresAsync("VpcMirrorSafetyHold"));

        await cluster.MergeAsync("payments", """{"spec": {"sourceIds": ["eni-t4ni6km4cg7x1b6z01ht"]}}""");
        await Eventually.TrueAsync(() => prometheus.FiresAsync("VpcMirrorSafetyHold"), "the alert fires");
        foreach (var query in Queries())
            await Eventually.TrueAsync(async () => await prometheus.SeriesAsync(query) > 0, $"data for {query}");

        var hash = await cluster.KubectlAsync("get", "tms/payments", "-o", "jsonpath={.status.plan.hash}");
        await cluster.KubectlAsync("annotate", "tms/payments", $"vpcmirror.io/approved-plan={hash}");
        await Eventually.TrueAsync(async () => !await prometheus.FiresAsync("VpcMirrorSafetyHold"), "the alert clears");
    }

    /// <summary>All queries of all dashboards, with the variables as Grafana would fill them in.</summary>
    private static IEnumerable<string> Queries() =>
        Directory.EnumerateFiles(Repository.PathOf("config", "grafana"), "*.json").SelectMany(file =>
        {
            using var dashboard = JsonDocument.Parse(File.ReadAllText(file));
            return Expressions(dashboard.RootElement).ToList();
        }).Select(query => query.Replace("$__rate_interval", "1m", StringComparison.Ordinal).Replace("$job", ".+", StringComparison.Ordinal)
            .Replace("$namespace", "default", StringComparison.Ordinal).Replace("$name", "payments", StringComparison.Ordinal)).Distinct();

    private static IEnumerable<string> Expressions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property is { Name: "expr", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!]
                : Expressions(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
        _ => [],
    };
}
