using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>A deletion with <c>Detach</c> when the operator may not see whether the whole kind is going away.</summary>
public class DefinitionRightTests
{
    private const string Namespace = "vpc-mirror-system";

    [Fact]
    public async Task Without_the_right_to_read_the_definition_nothing_is_detached_and_the_status_says_so()
    {
        await using var cluster = await TestCluster.StartAsync(oldest: true);
        await cluster.KubectlAsync("create", "namespace", Namespace);
        await cluster.KubectlAsync("apply", "--validate=false", "-k", Repository.PathOf("config", "rbac"));
        await cluster.KubectlAsync(
            "patch", "clusterrole/vpc-mirror-operator", "--type=json", "-p", """[{"op":"remove","path":"/rules/3"}]""");
        var account = cluster.Server.ServiceAccount(Namespace, "vpc-mirror-operator");
        await using var controller = await RunningController.StartAsAsync(cluster, account, "--lease-namespace", Namespace);
        await cluster.KubectlAsync("apply", "--validate=false", "-f", Repository.PathOf("config", "samples", "edge.yaml"));
        await cluster.MergeAsync("edge", """{"spec":{"deletionPolicy":"Detach","safety":{"allowEmpty":true}}}""");
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/edge", "--timeout=60s");
        await cluster.HoldsFinalizerAsync("edge");

        await cluster.KubectlAsync("delete", "tms/edge", "--wait=false");
        await cluster.KubectlAsync("wait", "--for=condition=Stalled", "tms/edge", "--timeout=60s");
        var reason = await cluster.KubectlAsync("get", "tms/edge", "-o", """jsonpath={.status.conditions[?(@.type=="Ready")].reason}""");
        Assert.Equal("DefinitionUnreadable", reason);
        Assert.DoesNotContain("eni-t4nr8p3rtphsqzhdzti1", cluster.Executed("Remove"));

        await cluster.MergeAsync("edge", """{"spec":{"deletionPolicy":"Retain"}}""");
        await cluster.KubectlAsync("wait", "--for=delete", "tms/edge", "--timeout=60s");
    }
}
