using System.Text.Json.Nodes;
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
        await using var controller = await StartWithoutTheRightAsync(cluster);
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

    [Fact]
    public async Task S17_Without_the_right_to_read_the_definition_no_filter_is_deleted_and_the_status_says_so()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await StartWithoutTheRightAsync(cluster);
        await cluster.ApplyAsync($$"""
            apiVersion: vpcmirror.io/v1alpha1
            kind: TrafficMirrorFilter
            metadata: {name: ids, namespace: {{Namespace}}}
            spec: {regionId: cn-hangzhou, deletionPolicy: Delete, filter: {name: ids}, ingressRules: [{priority: 10, action: accept}]}
            """);
        await cluster.KubectlAsync("wait", "-n", Namespace, "--for=condition=Ready", "tmf/ids", "--timeout=60s");

        await cluster.KubectlAsync("delete", "-n", Namespace, "tmf/ids", "--wait=false");
        await cluster.KubectlAsync(
            "wait", "-n", Namespace, "--for=jsonpath={.status.conditions[?(@.type==\"Ready\")].reason}=DefinitionUnreadable", "tmf/ids",
            "--timeout=60s");

        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action == "DeleteTrafficMirrorFilter");
    }

    private static async Task<RunningController> StartWithoutTheRightAsync(TestCluster cluster)
    {
        await cluster.KubectlAsync("create", "namespace", Namespace);
        await cluster.KubectlAsync("apply", "--validate=false", "-k", Repository.PathOf("config", "rbac"));
        var role = JsonNode.Parse(await cluster.KubectlAsync("get", "clusterrole/vpc-mirror-operator", "-o", "json"))!;
        var rule = role["rules"]!.AsArray().ToList().FindIndex(one => (string?)one!["resources"]![0] == "customresourcedefinitions");
        await cluster.KubectlAsync(
            "patch", "clusterrole/vpc-mirror-operator", "--type=json", "-p", $$"""[{"op":"remove","path":"/rules/{{rule}}"}]""");
        var account = cluster.Server.ServiceAccount(Namespace, "vpc-mirror-operator");
        return await RunningController.StartAsAsync(cluster, account, "--lease-namespace", Namespace);
    }
}
