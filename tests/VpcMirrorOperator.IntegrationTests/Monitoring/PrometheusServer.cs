using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Monitoring;

/// <summary>A real Prometheus that scrapes one controller each second, with the shipped alerts, whose waits are cut to a second.</summary>
internal sealed partial class PrometheusServer : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vpc-mirror-prometheus-");
    private readonly int port = ControllerPorts.Free().Metrics;
    private readonly ServerProcess process;

    /// <param name="program">The program <c>prometheus</c>.</param>
    /// <param name="metrics">Port of the controller's metrics, on loopback.</param>
    public PrometheusServer(string program, int metrics)
    {
        var config = Path.Join(folder.FullName, "prometheus.yml");
        File.WriteAllText(config, $$"""
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: [alerts.yaml]
            scrape_configs:
            - job_name: vpc-mirror-operator
              honor_labels: true
              static_configs: [{targets: ['127.0.0.1:{{metrics}}']}]
            """);
        var alerts = File.ReadAllText(Repository.PathOf("config", "prometheus", "alerts.yaml"));
        File.WriteAllText(Path.Join(folder.FullName, "alerts.yaml"), Wait.Replace(alerts, "for: 1s"));
        process = ServerProcess.Start(
            Path.Join(folder.FullName, "log"), program,
            [
                $"--config.file={config}", $"--storage.tsdb.path={Path.Join(folder.FullName, "data")}",
                $"--web.listen-address=127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}",
            ],
            new Dictionary<string, string>());
    }

    [GeneratedRegex("for: [0-9]+m")]
    private static partial Regex Wait { get; }

    /// <summary>How many series a query returns; 0 also while the server does not answer yet.</summary>
    public async Task<int> SeriesAsync(string query)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/api/v1/query?query={Uri.EscapeDataString(query)}"));
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode || (int)response.StatusCode == 503, $"{query}: {body}");
            if (!response.IsSuccessStatusCode) return 0;
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.GetProperty("data").GetProperty("result").GetArrayLength();
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    public async Task<bool> FiresAsync(string alert) => await SeriesAsync($"ALERTS{{alertname=\"{alert}\", alertstate=\"firing\"}}") > 0;

    public void Dispose()
    {
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
