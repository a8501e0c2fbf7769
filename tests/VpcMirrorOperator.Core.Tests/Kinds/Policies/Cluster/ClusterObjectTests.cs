using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Cluster;

public class ClusterObjectTests
{
    private static readonly KeptMetadata WithLabels = new() { AllLabels = true };

    [Fact]
    public void P4_of_a_pod_only_the_fields_that_are_used_are_kept()
    {
        var pod = Read(ClusterJson.Default.PodObject, """
            {"apiVersion":"v1","kind":"Pod",
             "metadata":{"name":"cart-0","namespace":"shop","uid":"u1","labels":{"app":"cart","hash":"5d"},"annotations":{"x":"y"}},
             "spec":{"nodeName":"n1","hostNetwork":true,
               "containers":[{"name":"a","env":[{"name":"b","value":"c"}]}],"futureField":{"a":[1]}},
             "status":{"phase":"Running","podIP":"10.0.0.1","podIPs":[{"ip":"10.0.0.1"}],"conditions":[{"type":"Ready"}]}}
            """);
        Assert.Equal((true, "n1", true), (pod.Runs, pod.Spec!.NodeName, pod.Spec.HostNetwork));
        Assert.Equal(["app", "hash"], pod.Metadata.Labels.Keys.Order());
        Assert.Empty(pod.Metadata.Annotations);
    }

    [Theory]
    [InlineData("Running", "10.0.0.1", "n1", true)]
    [InlineData("Pending", "10.0.0.1", "n1", true)]
    [InlineData("Succeeded", "10.0.0.1", "n1", false)]
    [InlineData("Failed", "10.0.0.1", "n1", false)]
    [InlineData("Unknown", "10.0.0.1", "n1", false)]
    [InlineData("Running", "", "n1", false)]
    [InlineData("Running", null, "n1", false)]
    [InlineData("Running", "10.0.0.1", "", false)]
    [InlineData("Running", "10.0.0.1", null, false)]
    public void P4_a_pod_runs_when_it_is_bound_has_an_address_and_has_not_ended(string phase, string? address, string? node, bool runs) =>
        Assert.Equal(runs, new PodObject
        {
            Spec = new PodSpec { NodeName = node }, Status = new PodStatus { Phase = phase, PodIP = address },
        }.Runs);

    [Fact]
    public void Objects_without_spec_status_or_metadata_are_read_as_empty()
    {
        foreach (var json in new[] { "{}", """{"metadata":null,"spec":null,"status":null}""" })
        {
            Assert.False(Read(ClusterJson.Default.PodObject, json).Runs);
            Assert.Null(Read(ClusterJson.Default.NodeObject, json).InstanceId);
            Assert.Empty(Read(ClusterJson.Default.PodEniObject, json).Interfaces);
            Assert.Null(Read(ClusterJson.Default.TerwayNodeObject, json).Status?.NetworkInterfaces);
            Assert.Empty(Read(ClusterJson.Default.NamespaceObject, json).Metadata.Labels);
        }
    }

    [Theory]
    [InlineData("cn-hangzhou.i-bp1dkga3", """{}""", "i-bp1dkga3")]
    [InlineData("e01-cn-wulanchabu-x", """{}""", null)]
    [InlineData("cn-hangzhou.", """{}""", null)]
    [InlineData("cn-hangzhou.i-1.x", """{}""", null)]
    [InlineData("", """{}""", null)]
    [InlineData("cn-hangzhou.i-1", """{"type":"virtual-kubelet"}""", null)]
    [InlineData("cn-hangzhou.i-1", """{"alibabacloud.com/lingjun-worker":"true"}""", null)]
    [InlineData("cn-hangzhou.i-1", """{"type":"other","pool":"gpu"}""", "i-1")]
    public void P4_the_instance_of_a_node_is_in_its_provider_id_and_virtual_or_lingjun_nodes_have_none(
        string provider, string labels, string? instance)
    {
        var json = $$$"""{"metadata":{"name":"n1","labels":{{{labels}}}},"spec":{"providerID":"{{{provider}}}","podCIDR":"10.0.0.0/24"}}""";
        Assert.Equal(instance, Read(ClusterJson.Default.NodeObject, json).InstanceId);
    }

    [Fact]
    public void Terways_node_with_null_values_and_unknown_fields_is_read()
    {
        var node = Read(ClusterJson.Default.TerwayNodeObject, """
            {"metadata":{"name":"n1"},"spec":{"nodeMetadata":{"instanceID":"i-1"},"futureField":1},
             "status":{"warmUpTarget":2,"networkInterfaces":{"eni-a":null,
               "eni-b":{"id":"eni-b","status":"InUse","ipv4":null,"ipv6":{"::1":null},"ipv4Prefix":null,"conditions":{"x":null}},
               "eni-c":{"status":"InUse","ipv4":{"10.0.0.1":null,"10.0.0.2":{"ip":"10.0.0.2","primary":false,"status":"Valid",
                 "podID":"shop/cart","podUID":"u1","ipName":"x"}},"ipv4Prefix":[null,{"prefix":"10.1.0.0/28","status":"Valid"}]}}}}
            """);
        var nics = node.Status!.NetworkInterfaces!;
        Assert.Null(nics["eni-a"]);
        Assert.Equal(("InUse", null, null), (nics["eni-b"]!.Status, nics["eni-b"]!.Ipv4, nics["eni-b"]!.Ipv4Prefix));
        Assert.Equal(("Valid", "shop/cart", "u1"), Ip(nics["eni-c"]!.Ipv4!["10.0.0.2"]!));
        Assert.Equal([null, "10.1.0.0/28"], nics["eni-c"]!.Ipv4Prefix!.Select(one => one?.Prefix));
    }

    [Fact]
    public void Terways_pod_with_null_values_and_unknown_fields_is_read()
    {
        var own = Read(ClusterJson.Default.PodEniObject, """
            {"metadata":{"name":"cart-0","namespace":"shop"},"spec":{"allocations":[{"eni":{"id":"eni-x"}}]},
             "status":{"phase":"Bind","instanceID":"i-1","trunkENIID":"eni-t",
               "eniInfos":{"eni-n":null,"eni-u":{"status":"Unbind"},"eni-m":{"id":"eni-m","type":"Member","vid":4,"status":"Bind"}}}}
            """);
        Assert.Equal(["eni-m"], own.Interfaces);
        Assert.Equal(new ObjectKey("shop", "cart-0"), own.Metadata.Key);
        Assert.Empty(Read(ClusterJson.Default.PodEniObject, """{"status":{"phase":"Bind","eniInfos":null}}""").Interfaces);
    }

    [Fact]
    public void P4_labels_of_a_namespace_are_all_kept_and_null_ones_passed_over()
    {
        var space = Read(ClusterJson.Default.NamespaceObject, """{"metadata":{"name":"shop","labels":{"env":"prod","x":null,"":"y"}}}""");
        Assert.Equal([KeyValuePair.Create("env", "prod"), KeyValuePair.Create("", "y")], space.Metadata.Labels);
    }

    private static T Read<T>(JsonTypeInfo<T> type, string json) => JsonSerializer.Deserialize(json, WithLabels.Of(type))!;

    private static (string?, string?, string?) Ip(TerwayIp ip) => (ip.Status, ip.PodID, ip.PodUID);
}
