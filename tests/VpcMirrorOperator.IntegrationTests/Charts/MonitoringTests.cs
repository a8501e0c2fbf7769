using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Charts;

public class MonitoringTests
{
    [Fact]
    public async Task The_chart_brings_all_alerts_and_dashboards_when_asked()
    {
        var rendered = (await Chart.TryRenderAsync("--set", "metrics.prometheusRule.enabled=true,metrics.dashboards.enabled=true"))
            .Succeeded();
        Assert.Contains("kind: PrometheusRule", rendered, StringComparison.Ordinal);
        Assert.Equal(Count(File.ReadAllText(Repository.PathOf("config", "prometheus", "alerts.yaml"))), Count(rendered));
        foreach (var dashboard in Dashboards("config", "grafana"))
            Assert.Contains($"  {Path.GetFileName(dashboard)}: ", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_has_the_alerts_and_dashboards_of_the_repository()
    {
        var chart = Path.Join(Chart.Folder, "files");
        var alerts = File.ReadAllText(Repository.PathOf("config", "prometheus", "alerts.yaml"));
        Assert.EndsWith(File.ReadAllText(Path.Join(chart, "alerts.yaml")), alerts, StringComparison.Ordinal);
        Assert.Equal(Count(alerts), Count(File.ReadAllText(Path.Join(chart, "alerts.yaml"))));
        var copies = Dashboards("charts", "vpc-mirror-operator", "files", "dashboards");
        Assert.Equal(Dashboards("config", "grafana").Select(File.ReadAllText), copies.Select(File.ReadAllText));
    }

    private static int Count(string text) => text.Split("- alert: ").Length - 1;

    private static IEnumerable<string> Dashboards(params string[] folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.json").Order(StringComparer.Ordinal);
}
