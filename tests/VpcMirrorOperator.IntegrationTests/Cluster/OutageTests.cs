using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>The control plane fails while the controller is in the middle of its work.</summary>
public class OutageTests
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_restart_of_the_API_server_is_survived()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.BeginWebTierAsync();
        await cluster.Server.RestartAsync();
        await GoesOnAsync(cluster, controller);
    }

    [Fact]
    public async Task A_while_without_etcd_is_survived()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.BeginWebTierAsync();
        cluster.Server.StopEtcd();
        // The controller hears of it: what it wants to write fails.
        await Eventually.TrueAsync(
            async () => (await controller.MetricsAsync()).Contains("""rest_client_requests_total{code="5""", StringComparison.Ordinal)
                || (await controller.MetricsAsync()).Contains("""rest_client_requests_total{code="<error>""", StringComparison.Ordinal),
            "a request fails");
        cluster.Server.StartEtcd();
        await GoesOnAsync(cluster, controller);
    }

    [Fact]
    public async Task A_frozen_API_server_is_noticed_and_the_work_goes_on_when_it_thaws()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        cluster.Server.Freeze();
        await Eventually.TrueAsync(
            async () => !(await controller.MetricsAsync()).Contains("informer_failures_total 0\n", StringComparison.Ordinal),
            "the silence is noticed", TimeSpan.FromMinutes(2));
        cluster.Server.Thaw();
        await GoesOnAsync(cluster, controller);
    }

    [Fact]
    public async Task A_watch_whose_history_is_gone_starts_anew_with_a_list()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        cluster.Server.StopServer();
        // While nobody watches, etcd moves on and forgets the revision that the watch would go on from.
        await CompactAsync(cluster);
        await cluster.Server.RestartAsync();
        await GoesOnAsync(cluster, controller);
        var lists = $"informer_lists_total {2 * KindRegistry.All.Count}\n";
        Assert.Contains(lists, await controller.MetricsAsync(), StringComparison.Ordinal);
    }

    private static async Task GoesOnAsync(TestCluster cluster, RunningController controller)
    {
        await cluster.BecomesReadyAsync("web-tier");
        cluster.EveryWriteWasMadeOnce();
        await cluster.EditWebTierAsync(WebTier.One);
        Assert.Equal([WebTier.One], cluster.WebTierSources());
        Assert.False(controller.Ended.IsCompleted);
    }

    /// <summary>Makes revisions and drops the history, by the JSON gateway of etcd.</summary>
    private static async Task CompactAsync(TestCluster cluster)
    {
        string revision = "";
        for (var i = 0; i < 50; i++)
        {
            var put = await EtcdAsync(cluster, "v3/kv/put", new JsonObject
            {
                ["key"] = Base64("/noise"),
                ["value"] = Base64(i.ToString(CultureInfo.InvariantCulture)),
            });
            revision = put["header"]!["revision"]!.ToString();
        }

        await EtcdAsync(cluster, "v3/kv/compaction", new JsonObject { ["revision"] = revision, ["physical"] = true });
    }

    private static async Task<JsonNode> EtcdAsync(TestCluster cluster, string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString());
        using var answer = await Http.PostAsync(new Uri(cluster.Server.EtcdAddress, path), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
