using System.Net;
using VpcMirrorOperator.Clusters;

namespace VpcMirrorOperator.ControllerTests.Cluster;

public class ControllerTests
{
    private const string One = "eni-bp1fy6gcywy6aqwkfn9d";
    private const string Other = "eni-bp14vsofnbr36gh6yxd1";

    [Fact]
    public async Task An_applied_sample_becomes_ready_and_an_edit_is_followed()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await ApplyAsync(cluster);
        Assert.Equal(35, Sources(cluster));

        await EditAsync(cluster, One);
        Assert.Equal(1, Sources(cluster));
        Assert.Equal(HttpStatusCode.OK, await controller.StatusAsync("/healthz"));
        Assert.Equal(0, await controller.StopAsync());
    }

    [Fact]
    public async Task The_metrics_tell_of_passes_requests_calls_and_objects_until_the_object_is_gone()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await ApplyAsync(cluster);
        var metrics = await controller.MetricsAsync();
        Assert.Contains("""vpcmirror_session_coverage_ratio{namespace="default",name="web-tier"} 1""", metrics, StringComparison.Ordinal);
        Assert.Contains("""vpcmirror_cloud_calls_total{action="AddSourcesToTrafficMirrorSession",code="OK"} """, metrics, StringComparison.Ordinal);
        Assert.Contains("""controller_runtime_reconcile_total{controller="trafficmirrorsession",result="requeue_after"} """, metrics, StringComparison.Ordinal);
        Assert.Contains("""rest_client_requests_total{code="200",method="PATCH",""", metrics, StringComparison.Ordinal);
        Assert.Contains("""leader_election_master_status{name="vpc-mirror-operator"} 1""", metrics, StringComparison.Ordinal);

        await cluster.KubectlAsync("delete", "tms/web-tier");
        await Eventually.TrueAsync(
            async () => !(await controller.MetricsAsync()).Contains("web-tier", StringComparison.Ordinal), "the object's metrics are gone");
        Assert.Equal(35, Sources(cluster));
    }

    [Fact]
    public async Task Two_controllers_without_election_never_write_the_same_twice()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var first = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await using var second = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await ApplyAsync(cluster);
        Assert.Equal(17, cluster.Executed("Add").Count);
        Assert.Equal(17, cluster.Executed("Add").Distinct().Count());
        Assert.Equal(17, cluster.Executed("Remove").Count);
        Assert.Equal(17, cluster.Executed("Remove").Distinct().Count());
    }

    [Fact]
    public async Task A_restart_of_the_API_server_is_survived()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await ApplyAsync(cluster);
        await cluster.Server.RestartAsync();
        await EditAsync(cluster, One);
        Assert.Equal(1, Sources(cluster));
    }

    [Fact]
    public async Task A_stopped_leader_hands_over_to_the_standby()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var leader = await RunningController.StartAsync(cluster);
        await Eventually.TrueAsync(leader.LeadsAsync, "the first one leads");
        await using var standby = await RunningController.StartAsync(cluster);
        await ApplyAsync(cluster);
        Assert.False(await standby.LeadsAsync());

        Assert.Equal(0, await leader.StopAsync());
        await Eventually.TrueAsync(standby.LeadsAsync, "the standby leads");
        await EditAsync(cluster, Other);
        Assert.Equal(1, Sources(cluster));
    }

    [Fact]
    public async Task A_deleted_object_with_Detach_takes_its_sources_along_and_events_tell_what_happened()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await ApplyAsync(cluster);
        await EditAsync(cluster, One);
        await cluster.KubectlAsync("patch", "tms/web-tier", "--type=merge", "-p", """{"spec":{"deletionPolicy":"Detach","safety":{"allowEmpty":true}}}""");
        await cluster.KubectlAsync("wait", "--for=jsonpath={.metadata.finalizers[0]}=vpcmirror.io/detach", "tms/web-tier", "--timeout=60s");

        await cluster.KubectlAsync("delete", "tms/web-tier", "--timeout=60s");
        Assert.Equal(0, Sources(cluster));
        Assert.Equal(0, await controller.StopAsync());
        Assert.Contains("web-tier", await cluster.KubectlAsync("get", "events.events.k8s.io", "-o", "name"), StringComparison.Ordinal);
    }

    private static async Task ApplyAsync(TestCluster cluster)
    {
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "web-tier.yaml"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/web-tier", "--timeout=60s");
    }

    private static async Task EditAsync(TestCluster cluster, string id)
    {
        await cluster.KubectlAsync("patch", "tms/web-tier", "--type=merge", "-p", $$$"""{"spec":{"sourceIds":["{{{id}}}"]}}""");
        var generation = await cluster.KubectlAsync("get", "tms/web-tier", "-o", "jsonpath={.metadata.generation}");
        await cluster.KubectlAsync("wait", $"--for=jsonpath={{.status.observedGeneration}}={generation}", "tms/web-tier", "--timeout=60s");
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/web-tier", "--timeout=60s");
    }

    private static int Sources(TestCluster cluster) =>
        cluster.Cloud.Snapshot().Find("demo", "cn-hangzhou", "tms-bp1z7v0atwwgnr6comkc")!.Sources.Count;
}
