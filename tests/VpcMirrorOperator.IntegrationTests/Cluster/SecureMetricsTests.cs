using System.Net;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Metrics as in a cluster, with the shipped roles, on a server whose RBAC is upstream's.</summary>
public class SecureMetricsTests
{
    private const string Namespace = "vpc-mirror-system";

    [Fact]
    public async Task Only_a_token_whose_holder_has_the_readers_role_reads_the_metrics()
    {
        await using var cluster = await StartAsync();
        await using var controller = await ControllerAsync(cluster);
        var (reader, stranger) = (await cluster.TokenAsync("default", "reader"), await cluster.TokenAsync("default", "stranger"));
        await cluster.KubectlAsync(
            "create", "clusterrolebinding", "reader", "--clusterrole=vpc-mirror-operator-metrics-reader",
            "--serviceaccount=default:reader");

        var page = await controller.SecureMetricsAsync(reader);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("vpcmirror_build_info", page.Body, StringComparison.Ordinal);
        foreach (var (token, status) in new[]
        {
            (null, HttpStatusCode.Unauthorized), ("no-token", HttpStatusCode.Unauthorized),
            (reader[..^1] + (reader[^1] == 'A' ? 'Q' : 'A'), HttpStatusCode.Unauthorized), (stranger, HttpStatusCode.Forbidden),
        })
            Assert.Equal((status, ""), await controller.SecureMetricsAsync(token));
        // The probes ask nobody.
        Assert.Equal(HttpStatusCode.OK, await controller.StatusAsync("/healthz"));
    }

    [Fact]
    public async Task Without_the_right_to_ask_and_without_an_API_server_nobody_reads_them()
    {
        await using var cluster = await StartAsync();
        await using var controller = await ControllerAsync(cluster);
        var reader = await cluster.TokenAsync("default", "reader");
        await cluster.KubectlAsync("delete", "clusterrolebinding/vpc-mirror-operator-metrics-auth");
        await Eventually.TrueAsync(
            async () => (await controller.SecureMetricsAsync(reader)).Status == HttpStatusCode.ServiceUnavailable, "reviews are refused");
        cluster.Server.StopServer();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), await controller.SecureMetricsAsync(reader));
    }

    [Fact]
    public async Task No_token_reaches_the_log_whatever_becomes_of_it()
    {
        await using var cluster = await TestCluster.StartAsync(oldest: true);
        using var controller = ControllerProcess.Start(
            cluster, null, "--leader-elect", "false", "--metrics-secure", "true", "--log-level", "trace");
        await Eventually.TrueAsync(
            async () => await controller.Ports.StatusAsync("/readyz") == HttpStatusCode.OK, "the controller is ready");
        var stranger = await cluster.TokenAsync("default", "stranger");
        Assert.Equal(HttpStatusCode.Forbidden, (await controller.Ports.SecureMetricsAsync(stranger)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await controller.Ports.SecureMetricsAsync("wrong-token")).Status);
        cluster.Server.StopServer();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await controller.Ports.SecureMetricsAsync("unseen-token")).Status);
        Assert.Contains("does not say who may read them", controller.Log, StringComparison.Ordinal);
        Assert.All([stranger, "wrong-token", "unseen-token"], t => Assert.DoesNotContain(t, controller.Log, StringComparison.Ordinal));
    }

    private static async Task<TestCluster> StartAsync()
    {
        var cluster = await TestCluster.StartAsync(oldest: true);
        await cluster.KubectlAsync("create", "namespace", Namespace);
        await cluster.KubectlAsync("apply", "--validate=false", "-k", Repository.PathOf("config", "rbac"));
        return cluster;
    }

    private static Task<RunningController> ControllerAsync(TestCluster cluster) => RunningController.StartAsAsync(
        cluster, cluster.Server.ServiceAccount(Namespace, "vpc-mirror-operator"), "--leader-elect", "false", "--metrics-secure", "true");
}
