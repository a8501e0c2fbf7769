using VpcMirrorOperator.Clusters;

namespace VpcMirrorOperator.ControllerTests.Cluster;

/// <summary>The controller with nothing but the rights that <c>config/rbac</c> gives to its ServiceAccount.</summary>
public class ShippedRolesTests
{
    private const string Namespace = "vpc-mirror-system";

    [Fact]
    public async Task The_shipped_service_account_may_do_all_that_the_controller_does()
    {
        await using var cluster = await TestCluster.StartAsync(oldest: true);
        await cluster.KubectlAsync("create", "namespace", Namespace);
        await cluster.KubectlAsync("apply", "--validate=false", "-k", Repository.PathOf("config", "rbac"));
        var account = cluster.Server.ServiceAccount(Namespace, "vpc-mirror-operator");
        await using var controller = await RunningController.StartAsAsync(cluster, account, "--lease-namespace", Namespace);

        await cluster.KubectlAsync("apply", "--validate=false", "-f", Repository.PathOf("config", "samples", "edge.yaml"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/edge", "--timeout=60s");
        await cluster.KubectlAsync("patch", "tms/edge", "--type=merge", "-p", """{"spec":{"deletionPolicy":"Detach","safety":{"allowEmpty":true}}}""");
        await cluster.KubectlAsync("wait", "--for=jsonpath={.metadata.finalizers[0]}=vpcmirror.io/detach", "tms/edge", "--timeout=60s");
        await cluster.KubectlAsync("delete", "tms/edge", "--timeout=60s");

        Assert.Equal(0, await controller.StopAsync());
        Assert.Contains("edge", await cluster.KubectlAsync("get", "events", "-o", "name"), StringComparison.Ordinal);
        Assert.DoesNotContain("forbidden", controller.Errors, StringComparison.OrdinalIgnoreCase);
    }
}
