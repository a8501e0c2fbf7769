using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.IntegrationTests.Cluster;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

/// <summary>The same as <see cref="StateTests"/>, of filters and of sessions with declared attributes.</summary>
public class DeclaredStateTests
{
    private const string Adopted = "tms-bp1phl2xmqgwzjfgvt4p";

    private static readonly (string Item, string Reason, string Argo, string Kstatus)[] States =
    [
        ("tmf/filter-in-sync", "Synced", "Healthy", "Current"),
        ("tms/waiting-for-filter", "FilterNotReady", "Degraded", "Failed"),
        ("tms/priority-conflict", "PriorityConflict", "Degraded", "Failed"),
        ("tms/altered", "SessionAltered", "Degraded", "Failed"),
        ("tmf/filter-held", "LastAcceptingRule", "Degraded", "Failed"),
        ("tmf/filter-in-use", "FilterInUse", "Progressing", "Terminating"),
    ];

    [Fact]
    public async Task Each_state_of_filters_and_declared_sessions_has_the_health_that_GitOps_tools_expect()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyAsync(
            Filter("filter-in-sync", "{priority: 20, action: accept}") + Filter("filter-held", "{priority: 20, action: accept}")
            + Filter("filter-in-use", "{priority: 20, action: accept}") + Session("user", 77, "filter-in-use")
            + Session("held-user", 78, "filter-held") + Altered);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms", "--all", "--timeout=90s");
        await cluster.ApplyAsync(
            Session("waiting-for-filter", 80, "missing") + Session("priority-conflict", 77, "filter-in-sync")
            + Filter("filter-held", "{priority: 20, action: drop}"));
        await cluster.KubectlAsync("delete", "tmf/filter-in-use", "--wait=false");
        await AlterAsync(cluster);
        foreach (var (item, reason, argo, kstatus) in States)
        {
            await Eventually.TrueAsync(
                async () => StoredStates.Reason(await cluster.ReadAsync(item)) == reason, $"{item} has the reason {reason}");
            await cluster.SeesAsync(item, item[4..], argo, kstatus);
        }
    }

    private const string Altered = $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: altered, namespace: default}
        spec:
          regionId: cn-hangzhou
          trafficMirrorSessionId: {{Adopted}}
          managementPolicy: AddOnly
          driftCheckInterval: 30s
          sourceIds: [eni-bp1rs7qfi2df4hxy1k17]

        """;

    private static async Task AlterAsync(TestCluster cluster)
    {
        using var somebody = new ConsoleUser(cluster);
        await somebody.CallAsync(new UpdateTrafficMirrorSessionAttributeRequest
        {
            RegionId = "cn-hangzhou", TrafficMirrorSessionId = Adopted, TrafficMirrorTargetId = "lb-bp1b6c719dfa08exfuca5",
            TrafficMirrorTargetType = "SLB",
        });
    }

    private static string Filter(string name, string rule) => $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorFilter
        metadata: {name: {{name}}, namespace: default}
        spec:
          regionId: cn-hangzhou
          deletionPolicy: Delete
          filter: {name: {{name}}}
          ingressRules: [{{rule}}]

        """;

    private static string Session(string name, int priority, string filter) => $$"""
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: {{name}}, namespace: default}
        spec:
          regionId: cn-hangzhou
          session:
            target: {type: NetworkInterface, id: eni-bp1234qu6hiu4mlljmx9}
            filterRef: {name: {{filter}}}
            priority: {{priority}}
          sourceIds: [eni-bp1i99gov61ddqqn2{{priority}}x]

        """;
}
