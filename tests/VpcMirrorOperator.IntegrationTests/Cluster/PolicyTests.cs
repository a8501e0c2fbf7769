using System.Globalization;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>
/// A policy that selects pods, on a real API server with nodes, pods and Terway's objects, the controller itself and real kubectl.
/// </summary>
public class PolicyTests
{
    private const int Nodes = 12;

    [Fact]
    public async Task A_policy_covers_the_pods_of_a_namespace_holds_a_lost_label_and_leaves_the_account_as_it_was()
    {
        await using var cluster = await StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");

        await cluster.ApplyAsync(Policy);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tmpol/shop", "--timeout=90s");
        await CoversAsync(cluster, Nodes);
        Assert.Equal([10, 2], Sessions(cluster).Select(session => session.Sources.Count).OrderDescending());

        // A pod that is gone is no accident: its interface leaves when the delay is over (rule P20).
        await cluster.KubectlAsync("delete", "pod/web-0", "-n", "shop", "--force", "--grace-period=0");
        await CoversAsync(cluster, Nodes - 1);

        // A label that was lost is one: nothing leaves before somebody says so (rules P20 to P22).
        await cluster.KubectlAsync("label", "namespace/shop", "team-");
        await cluster.KubectlAsync("wait", "--for=condition=SafetyHold", "tmpol/shop", "--timeout=60s");
        Assert.Equal(Nodes - 1, Sessions(cluster).Sum(session => session.Sources.Count));
        await cluster.KubectlAsync("label", "namespace/shop", "team=shop");
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tmpol/shop", "--timeout=60s");

        await cluster.KubectlAsync("delete", "tmpol/shop", "--timeout=200s");
        Assert.Empty(Sessions(cluster));
        Assert.Equal("", await cluster.KubectlAsync("get", "tms", "-o", "name"));
    }

    [Fact]
    public async Task P18_A_child_deleted_by_hand_comes_back_and_its_session_goes_on()
    {
        await using var cluster = await StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyAsync(Policy);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tmpol/shop", "--timeout=90s");
        await CoversAsync(cluster, Nodes);
        var before = Sessions(cluster).Select(session => session.Id).Order(StringComparer.Ordinal).ToArray();

        await cluster.KubectlAsync("delete", "tms", "-l", "vpcmirror.io/policy=shop", "--timeout=120s");
        await Eventually.TrueAsync(
            async () => (await cluster.KubectlAsync("get", "tms", "-o", "name")).Split('\n') is [_, _, ""], "both come back",
            TimeSpan.FromSeconds(120));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms", "--all", "--timeout=90s");

        Assert.Equal(before, Sessions(cluster).Select(session => session.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<TestCluster> StartAsync()
    {
        var cluster = await TestCluster.StartAsync(seed: Seed());
        await cluster.ApplyAsync(TerwayDefinitions.All);
        await cluster.KubectlAsync("wait", "--for=condition=Established", "crd", "--all", "--timeout=30s");
        await cluster.ApplyAsync(string.Concat(Enumerable.Range(0, Nodes).Select(Node)) + Namespace);
        await cluster.ApplyAsync(string.Concat(Enumerable.Range(0, Nodes).Select(TerwayNode)));
        await cluster.ApplyAsync(string.Concat(Enumerable.Range(0, Nodes).Select(Pod)));
        for (var i = 0; i < Nodes; i++)
            await cluster.KubectlAsync(
                "patch", $"pod/web-{i}", "-n", "shop", "--subresource=status", "--type=merge", "-p",
                string.Create(CultureInfo.InvariantCulture, $$$"""{"status":{"phase":"Running","podIP":"10.0.1.{{{i}}}"}}"""));
        return cluster;
    }

    private static Task CoversAsync(TestCluster cluster, int count) => Eventually.TrueAsync(
        () => Task.FromResult(Sessions(cluster).SelectMany(session => session.Sources).Distinct().Count() == count),
        $"{count} interfaces are mirrored", TimeSpan.FromSeconds(150));

    private static IReadOnlyList<Emulator.Snapshots.SnapshotSession> Sessions(TestCluster cluster) =>
        [.. cluster.Cloud.Snapshot().Accounts.SelectMany(account => account.Regions).SelectMany(region => region.Sessions)];

    private static EmulatorSeed Seed() => new()
    {
        Settings = new EmulatorSettings { ModifyDuration = TimeSpan.FromMilliseconds(300) },
        Accounts =
        [
            new AccountSeed("demo", "LTAIemulatordemo", "emulator-demo-secret", null,
            [
                new RegionSeed("cn-hangzhou", true, [])
                {
                    Filters = [new FilterSeed { Id = "tmf-all" }],
                    NetworkInterfaces = [.. Enumerable.Range(0, Nodes).SelectMany(Interfaces)],
                },
            ]),
        ],
    };

    private static IEnumerable<InterfaceSeed> Interfaces(int i) =>
    [
        new() { Id = $"eni-primary{i}", InstanceId = $"i-node{i}", Status = InterfaceStatus.InUse, Type = InterfaceType.Primary },
        new() { Id = $"eni-shared{i}", InstanceId = $"i-node{i}", Status = InterfaceStatus.InUse },
    ];

    private const string Policy = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorPolicy
        metadata: {name: shop, namespace: default}
        spec:
          regionId: cn-hangzhou
          sources:
          - pods: {namespaceSelector: {matchLabels: {team: shop}}}
          targets:
          - {type: SLB, id: lb-sensors}
          filterId: tmf-all
          sessionTemplate: {priorities: {from: 100, to: 199}}
          removalDelay: 5s
          deletionPolicy: Delete
        """;

    private const string Namespace = """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {team: shop}}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: default, namespace: shop}

        """;

    private static string Node(int i) => $$$"""
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: node-{{{i}}}}
        spec: {providerID: cn-hangzhou.i-node{{{i}}}}

        """;

    private static string TerwayNode(int i) => $$$"""
        ---
        apiVersion: network.alibabacloud.com/v1beta1
        kind: Node
        metadata: {name: node-{{{i}}}}
        status:
          networkInterfaces:
            eni-shared{{{i}}}: {id: eni-shared{{{i}}}, status: InUse,
                ipv4: {10.0.1.{{{i}}}: {ip: 10.0.1.{{{i}}}, status: Valid, podID: shop/web-{{{i}}} } } }

        """;

    private static string Pod(int i) => $$$"""
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web-{{{i}}}, namespace: shop, labels: {app: web}}
        spec:
          nodeName: node-{{{i}}}
          automountServiceAccountToken: false
          containers: [{name: web, image: "registry.invalid/web:1"}]

        """;
}
