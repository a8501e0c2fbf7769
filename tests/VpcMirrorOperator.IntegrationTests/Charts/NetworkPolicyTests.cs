using System.Text.Json.Nodes;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Charts;

/// <summary>What the policy of the chart lets in and out; a network that enforces it is not here.</summary>
public class NetworkPolicyTests
{
    private const string Enabled = "networkPolicy.enabled=true";
    private const string Metadata = "100.100.100.200/32:80/TCP";
    private const string Dns = "kube-system/kube-dns+169.254.20.10/32:";

    [Fact]
    public async Task Nothing_is_let_in_but_to_the_metrics_and_nothing_out_but_to_what_the_operator_calls()
    {
        var policy = await RenderAsync(Enabled);
        Assert.Equal("""["Ingress","Egress"]""", policy["spec"]!["policyTypes"]!.ToJsonString());
        Assert.Equal([$"metrics=enabled:{ServingPlan.SecurePort}/TCP"], Rules(policy, "ingress", "from"));
        Assert.Equal(
            [Dns + "53/UDP,53/TCP", "any:443/TCP,6443/TCP", "any:443/TCP", Metadata], Rules(policy, "egress", "to"));
    }

    [Fact]
    public async Task The_port_of_the_metrics_follows_the_metrics() =>
        Assert.Equal(
            [$"metrics=enabled:{ServingPlan.PlainPort}/TCP"],
            Rules(await RenderAsync(Enabled + ",metrics.secure=false"), "ingress", "from"));

    [Fact]
    public async Task Addresses_that_are_known_narrow_the_rules()
    {
        var policy = await RenderAsync(
            Enabled + ",networkPolicy.apiServerCidrs={10.0.0.1/32},networkPolicy.apiServerPorts={6443}",
            "networkPolicy.cloudCidrs={100.64.0.0/10}");
        Assert.Equal(["10.0.0.1/32:6443/TCP", "100.64.0.0/10:443/TCP"], Rules(policy, "egress", "to").Skip(1).Take(2));
    }

    /// <summary>With a role of its own the pod has no business with that of the node.</summary>
    [Theory]
    [InlineData("credentials.rrsa.roleName=mirror")]
    [InlineData("credentials.rrsa.roleArn=acs:ram::1:role/mirror,credentials.rrsa.oidcProviderArn=acs:ram::1:oidc-provider/c")]
    public async Task With_RRSA_the_metadata_service_is_out_of_reach(string set) =>
        Assert.DoesNotContain(Metadata, Rules(await RenderAsync($"{Enabled},{set}"), "egress", "to"));

    [Fact]
    public async Task Without_readers_nothing_is_let_in() =>
        Assert.Null((await RenderAsync(Enabled, "networkPolicy.metricsFrom=null"))["spec"]!["ingress"]);

    [Fact]
    public async Task The_policy_in_config_means_the_same_as_that_of_the_chart()
    {
        var config = YamlDocuments.Read(File.ReadAllText(Repository.PathOf("config", "network-policy", "network-policy.yaml"))).Single();
        var chart = await RenderAsync(Enabled);
        foreach (var rules in new[] { "policyTypes", "ingress", "egress" })
            Assert.Equal(config["spec"]![rules]!.ToJsonString(), chart["spec"]![rules]!.ToJsonString());
    }

    private static async Task<JsonObject> RenderAsync(string set, string? more = null) =>
        (await Chart.RenderAsync(["--set", set, .. more is null ? [] : (string[])["--set", more]]))
        .Single(o => o.Id.StartsWith("NetworkPolicy", StringComparison.Ordinal)).Content;

    /// <summary>Each rule as peers, a colon, and ports.</summary>
    private static List<string> Rules(JsonObject policy, string direction, string peers) =>
        [.. policy["spec"]![direction]!.AsArray().Select(rule => $"{Peers(rule![peers]?.AsArray())}:{Ports(rule["ports"]!.AsArray())}")];

    private static string Peers(JsonArray? peers) => peers is null ? "any" : string.Join('+', peers.Select(peer => Peer(peer!)));

    private static string Peer(JsonNode peer)
    {
        if (peer["ipBlock"] is { } block) return (string)block["cidr"]!;
        var ns = peer["namespaceSelector"]!["matchLabels"]!.AsObject().Single();
        return ns.Key == "kubernetes.io/metadata.name"
            ? $"{ns.Value}/{peer["podSelector"]!["matchLabels"]!["k8s-app"]}"
            : $"{ns.Key}={ns.Value}";
    }

    private static string Ports(JsonArray ports) => string.Join(',', ports.Select(port => $"{port!["port"]}/{port["protocol"]}"));
}
