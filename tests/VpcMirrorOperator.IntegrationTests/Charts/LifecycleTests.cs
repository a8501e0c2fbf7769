using System.Text.Json.Nodes;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Charts;

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
        var notes = await HelmAsync(cluster, "install", Chart.Release, Chart.Folder, "--create-namespace", "--set", "concurrency=2");
        Assert.Contains("create secret generic alibaba-credentials", notes, StringComparison.Ordinal);
        await cluster.DefinitionIsServedAsync();
        // As declared already: whoever writes to the cloud now makes a mistake.
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "database-tier.yaml"));
        await cluster.MergeAsync("database-tier", """{"spec":{"managementPolicy":"Sync","deletionPolicy":"Detach"}}""");
        await using var controller = await StartAsDeployedAsync(cluster);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/database-tier", "--timeout=60s");
        await cluster.HoldsFinalizerAsync("database-tier");

        await HelmAsync(cluster, "upgrade", Chart.Release, Chart.Folder, "--set", "concurrency=8,networkPolicy.enabled=true");
        await HelmAsync(cluster, "rollback", Chart.Release, "1");
        Assert.Contains("--concurrency=2", await ArgumentsAsync(cluster));
        await HelmAsync(cluster, "uninstall", Chart.Release);

        Assert.Equal(0, await controller.StopAsync());
        Assert.Contains("database-tier", await cluster.KubectlAsync("get", "tms"), StringComparison.Ordinal);
        Assert.Equal("", await cluster.KubectlAsync("get", "deployments,serviceaccounts,roles", "-n", Chart.Namespace, "-o", "name"));
        // The kept definition does not stand in the way of the next install.
        await HelmAsync(cluster, "install", Chart.Release, Chart.Folder);
        Assert.Empty(cluster.Executed("Add"));
        Assert.Empty(cluster.Executed("Remove"));
    }

    [Fact]
    public async Task An_upgrade_that_adds_a_namespace_reaches_it_and_the_uninstall_takes_all_roles_away()
    {
        await using var cluster = await TestCluster.StartAsync(withDefinition: false);
        foreach (var ns in new[] { "team-a", "team-b" }) await cluster.KubectlAsync("create", "namespace", ns);
        await HelmAsync(cluster, "install", Chart.Release, Chart.Folder, "--create-namespace", "--set", "scope.namespaces={team-a}");
        await cluster.DefinitionIsServedAsync();
        await cluster.KubectlAsync("apply", "-n", "team-a", "-f", Repository.PathOf("config", "samples", "database-tier.yaml"));
        await cluster.KubectlAsync("apply", "-n", "team-b", "-f", Repository.PathOf("config", "samples", "edge.yaml"));
        await using (var before = await StartAsDeployedAsync(cluster))
        {
            await cluster.KubectlAsync(
                "wait", "-n", "team-a", "--for=jsonpath={.status.sources.coverage}=100", "tms/database-tier", "--timeout=60s");
            Assert.Equal("", await cluster.KubectlAsync("get", "tms/edge", "-n", "team-b", "-o", "jsonpath={.status}"));
        }

        await HelmAsync(cluster, "upgrade", Chart.Release, Chart.Folder, "--reuse-values", "--set", "scope.namespaces={team-a,team-b}");
        await using (var after = await StartAsDeployedAsync(cluster))
            await cluster.KubectlAsync("wait", "-n", "team-b", "--for=condition=Ready", "tms/edge", "--timeout=60s");

        await HelmAsync(cluster, "uninstall", Chart.Release);
        Assert.Equal(
            "", await cluster.KubectlAsync(
                "get", "roles,rolebindings", "--all-namespaces", "-l", "app.kubernetes.io/instance=" + Chart.Release, "-o", "name"));
        Assert.Contains("edge", await cluster.KubectlAsync("get", "tms", "--all-namespaces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_release_test_reads_the_named_session_and_writes_nothing()
    {
        await using var cluster = await TestCluster.StartAsync(withDefinition: false);
        var pod = await Chart.HelmAsync(
            "template", Chart.Release, Chart.Folder, "--kube-version", "1.36.0", "--show-only", "templates/tests/read.yaml", "--set",
            $"test.regionId=ap-southeast-1,test.sessionId=tms-t4ne8fja3wywowohsb0i,endpoint={cluster.Endpoint}");
        pod.Succeeded();
        var arguments = KubeObject.ReadAll(pod.Printed).Single().Content["spec"]!["containers"]![0]!["args"]!.AsArray()
            .Select(a => (string)a!);
        var run = await Command.RunAsync(
            "env", "", [.. EmulatorCredentials.Variables.Select(v => $"{v.Key}={v.Value}"), "dotnet",
                Path.Join(AppContext.BaseDirectory, "vpc-mirror-controller.dll"), .. arguments]);
        Assert.Contains("tms-t4ne8fja3wywowohsb0i", run.Succeeded(), StringComparison.Ordinal);
        Assert.All(cluster.Cloud.Snapshot().Calls, call => Assert.Equal("ListTrafficMirrorSessions", call.Action));
    }

    private static async Task<RunningController> StartAsDeployedAsync(TestCluster cluster) => await RunningController.StartAsAsync(
        cluster, cluster.Server.ServiceAccount(Chart.Namespace, "vpc-mirror-operator"),
        [.. await ArgumentsAsync(cluster), "--lease-namespace", Chart.Namespace]);

    private static async Task<string[]> ArgumentsAsync(TestCluster cluster)
    {
        var arguments = await cluster.KubectlAsync(
            "get", "deployment/vpc-mirror-operator", "-n", Chart.Namespace, "-o", "jsonpath={.spec.template.spec.containers[0].args}");
        return arguments.Length == 0 ? [] : [.. JsonNode.Parse(arguments)!.AsArray().Select(a => (string)a!)];
    }

    private static async Task<string> HelmAsync(TestCluster cluster, params IEnumerable<string> arguments) =>
        (await Chart.HelmAsync([.. arguments, "--namespace", Chart.Namespace, "--kubeconfig", cluster.Server.AdminKubeconfig])).Succeeded();
}
