using System.Text.Json.Nodes;
using VpcMirrorOperator.Clusters;

namespace VpcMirrorOperator.ChartTests;

/// <summary>
/// A release's life on a real API server. There is no node, so the controller runs beside it, with the arguments of the Deployment and the
/// rights of the ServiceAccount.
/// </summary>
public class LifecycleTests
{
    [Fact]
    public async Task Install_upgrade_rollback_and_uninstall_keep_the_objects_and_change_nothing_in_the_cloud()
    {
        await using var cluster = await TestCluster.StartAsync(withDefinition: false);
        await HelmAsync(cluster, "install", Chart.Release, Chart.Folder, "--create-namespace", "--set", "concurrency=2");
        await cluster.KubectlAsync("wait", "--for=condition=Established", "crd/trafficmirrorsessions.vpcmirror.io", "--timeout=60s");
        // As declared already: whoever writes to the cloud now makes a mistake.
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "database-tier.yaml"));
        await cluster.KubectlAsync("patch", "tms/database-tier", "--type=merge", "-p", """{"spec":{"managementPolicy":"Sync","deletionPolicy":"Detach"}}""");
        await using var controller = await StartAsDeployedAsync(cluster);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/database-tier", "--timeout=60s");
        await cluster.KubectlAsync("wait", "--for=jsonpath={.metadata.finalizers[0]}=vpcmirror.io/detach", "tms/database-tier", "--timeout=60s");

        await HelmAsync(cluster, "upgrade", Chart.Release, Chart.Folder, "--set", "concurrency=8,networkPolicy.enabled=true");
        await HelmAsync(cluster, "rollback", Chart.Release, "1");
        Assert.Contains("--concurrency=2", await ArgumentsAsync(cluster));
        await HelmAsync(cluster, "uninstall", Chart.Release);

        Assert.Equal(0, await controller.StopAsync());
        Assert.Contains("database-tier", await cluster.KubectlAsync("get", "tms"), StringComparison.Ordinal);
        Assert.Equal("", await cluster.KubectlAsync("get", "deployments,serviceaccounts,roles", "-n", Chart.Namespace, "-o", "name"));
        Assert.Empty(cluster.Executed("Add"));
        Assert.Empty(cluster.Executed("Remove"));
    }

    private static async Task<RunningController> StartAsDeployedAsync(TestCluster cluster) => await RunningController.StartAsAsync(
        cluster, cluster.Server.ServiceAccount(Chart.Namespace, "vpc-mirror-operator"), [.. (await ArgumentsAsync(cluster)).Skip(1), "--lease-namespace", Chart.Namespace]);

    private static async Task<string[]> ArgumentsAsync(TestCluster cluster)
    {
        var arguments = await cluster.KubectlAsync(
            "get", "deployment/vpc-mirror-operator", "-n", Chart.Namespace, "-o", "jsonpath={.spec.template.spec.containers[0].args}");
        return [.. JsonNode.Parse(arguments)!.AsArray().Select(a => (string)a!)];
    }

    private static async Task HelmAsync(TestCluster cluster, params IEnumerable<string> arguments) =>
        (await Chart.HelmAsync([.. arguments, "--namespace", Chart.Namespace, "--kubeconfig", cluster.Server.AdminKubeconfig])).Succeeded();
}
