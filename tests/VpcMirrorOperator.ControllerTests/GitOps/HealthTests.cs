using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Clusters;

namespace VpcMirrorOperator.ControllerTests.GitOps;

/// <summary>What Argo CD, Flux and Helm see of objects that a real API server holds.</summary>
public class HealthTests
{
    [Fact]
    public async Task Each_state_has_the_health_that_GitOps_tools_expect_and_manifests_stay_in_sync()
    {
        await using var cluster = await TestCluster.StartAsync();
        var samples = Repository.PathOf("config", "samples");
        await cluster.KubectlAsync("apply", "-f", samples);
        // kstatus takes an object without a status for current, by its rules.
        Assert.Equal(("Progressing", "Current"), await HealthAsync(await ReadAsync(cluster, "edge")));

        await using var controller = await RunningController.StartAsync(cluster);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms", "--all", "--timeout=90s");
        var edge = await ReadAsync(cluster, "edge");
        Assert.Equal(("Healthy", "Current"), await HealthAsync(edge));
        Assert.Equal(0, (await cluster.TryKubectlAsync("diff", "-f", samples)).ExitCode);

        await cluster.KubectlAsync("patch", "tms/edge", "--type=merge", "-p", """{"spec": {"suspend": true}}""");
        await cluster.KubectlAsync("wait", "--for=condition=Paused", "tms/edge", "--timeout=60s");
        Assert.Equal(("Suspended", "Current"), await HealthAsync(await ReadAsync(cluster, "edge")));

        await cluster.KubectlAsync("patch", "tms/payments", "--type=merge", "-p", """{"spec": {"sourceIds": ["eni-t4ni6km4cg7x1b6z01ht"]}}""");
        await cluster.KubectlAsync("wait", "--for=condition=SafetyHold", "tms/payments", "--timeout=60s");
        Assert.Equal(("Degraded", "Failed"), await HealthAsync(await ReadAsync(cluster, "payments")));

        edge["metadata"]!["generation"] = (long)edge["metadata"]!["generation"]! + 1;
        Assert.Equal(("Progressing", "InProgress"), await HealthAsync(edge));
        edge["metadata"]!["deletionTimestamp"] = "2026-01-01T00:00:00Z";
        Assert.Equal(("Progressing", "Terminating"), await HealthAsync(edge));
    }

    private static async Task<JsonNode> ReadAsync(TestCluster cluster, string name) =>
        JsonNode.Parse(await cluster.KubectlAsync("get", $"tms/{name}", "-o", "json"))!;

    private static async Task<(string Argo, string Kstatus)> HealthAsync(JsonNode session) =>
        (await LuaHealth.OfAsync(session.Deserialize<JsonElement>()), Kstatus.Of(session));
}
