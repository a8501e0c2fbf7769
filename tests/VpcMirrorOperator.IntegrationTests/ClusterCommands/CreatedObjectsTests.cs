using System.Text.Json.Nodes;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.IntegrationTests.Cluster;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.ClusterCommands;

/// <summary>The commands against a cluster on filters, and on sessions with declared attributes, created and not yet created.</summary>
public class CreatedObjectsTests
{
    private const string Filter = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorFilter
        metadata: {name: ids, namespace: default}
        spec:
          regionId: cn-hangzhou
          filter: {name: to-the-ids}
          ingressRules:
          - {priority: 10, action: drop, protocol: UDP, destinationPortRange: 4789/4789}
          - {priority: 20, action: accept}

        """;

    private const string Session = """
        ---
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata: {name: one, namespace: default}
        spec:
          regionId: cn-hangzhou
          session:
            target: {type: NetworkInterface, id: eni-bp1234qu6hiu4mlljmx9}
            filterRef: {name: ids}
            priority: 77
          sourceIds: [eni-bp1i99gov61ddqqn277x]

        """;

    [Fact]
    public async Task What_is_not_yet_created_is_shown_with_all_that_it_gets()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(Filter + Session);

        var filter = await cluster.ToolWithCloudAsync("diff", "tmf/ids");
        Assert.Equal(2, filter.ExitCode);
        Assert.Contains(
            "default/ids  cn-hangzhou/new  to be created, with 2 rules\n  + name: to-the-ids\n", filter.Printed, StringComparison.Ordinal);
        var session = await cluster.ToolWithCloudAsync("diff", "one");
        Assert.Contains("FilterNotReady: ", session.Printed, StringComparison.Ordinal);
        var status = (await cluster.ToolAsync("status")).Succeeded();
        Assert.Contains("cn-hangzhou/-", status, StringComparison.Ordinal);
        Assert.Contains("tmf/ids", status, StringComparison.Ordinal);
        // Nobody but the operator creates anything.
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action.StartsWith("Create", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Edits_of_attributes_and_rules_are_suspended_compared_and_told(bool oldest)
    {
        await using var cluster = await TestCluster.StartAsync(oldest);
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyAsync(Filter + Session);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tmf/ids", "tms/one", "--timeout=90s");
        foreach (var line in (string[][])[["diff", "tmf/ids"], ["diff", "one"], ["diff", "one", "--from-status"]])
            Assert.Contains("no change", (await cluster.ToolWithCloudAsync(line)).Succeeded(), StringComparison.Ordinal);

        foreach (var name in (string[])["tmf/ids", "tms/one"])
        {
            Assert.Contains("suspended.", (await cluster.ToolAsync("suspend", name)).Succeeded(), StringComparison.Ordinal);
            await cluster.KubectlAsync("wait", "--for=condition=Paused", name, "--timeout=60s");
        }

        await cluster.KubectlAsync("patch", "tms/one", "--type=merge", "-p", """{"spec":{"session":{"packetLength":1400}}}""");
        await cluster.KubectlAsync(
            "patch", "tmf/ids", "--type=merge", "-p", """{"spec":{"ingressRules":[{"priority":20,"action":"accept","protocol":"TCP"}]}}""");
        foreach (var name in (string[])["tmf/ids", "one"])
            Assert.Contains("compared.", (await cluster.ToolAsync("reconcile", name)).Succeeded(), StringComparison.Ordinal);
        await TheDiffsAreHeldAsync(cluster);
        await ApproveSaysWhatToDoAsync(cluster);

        foreach (var name in (string[])["tmf/ids", "one"])
            Assert.Contains("resumed.", (await cluster.ToolAsync("resume", name)).Succeeded(), StringComparison.Ordinal);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tmf/ids", "tms/one", "--timeout=90s");
        Assert.Equal("Create", FirstWrite(await cluster.ToolAsync("history", "one", "-o", "json"), "sources"));
        Assert.Equal("Create", FirstWrite(await cluster.ToolAsync("history", "tmf/ids", "-o", "json"), "rules"));
        Assert.Contains("RULES", (await cluster.ToolAsync("history", "tmf/ids")).Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S9_an_alteration_is_accepted_by_its_hash_and_not_without()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        using var somebody = new ConsoleUser(cluster);
        await somebody.CallAsync(new UpdateTrafficMirrorSessionAttributeRequest
        {
            RegionId = WebTier.Region, TrafficMirrorSessionId = WebTier.Session, TrafficMirrorTargetId = "lb-bp1b6c719dfa08exfuca5",
            TrafficMirrorTargetType = "SLB",
        });
        // The change takes some seconds, and shows at its end.
        await Eventually.TrueAsync(
            async () => (await cluster.ToolAsync("reconcile", "web-tier")).Printed.Contains("SessionAltered", StringComparison.Ordinal),
            "it is noticed", TimeSpan.FromSeconds(60));

        var unseen = await cluster.ToolAsync("approve", "web-tier");
        Assert.Equal(1, unseen.ExitCode);
        var hash = await cluster.KubectlAsync("get", "tms/web-tier", "-o", "jsonpath={.status.alteration.hash}");
        Assert.Contains($"vpc-mirror approve web-tier -n default --hash {hash}", unseen.Errors, StringComparison.Ordinal);
        var accepted = (await cluster.ToolAsync("approve", "web-tier", "--hash", hash)).Succeeded();
        Assert.Contains($"accepted alteration {hash}: target ", accepted, StringComparison.Ordinal);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/web-tier", "--timeout=60s");
    }

    private static async Task TheDiffsAreHeldAsync(TestCluster cluster)
    {
        foreach (var fromStatus in (string[][])[[], ["--from-status"]])
        {
            var session = await cluster.ToolWithCloudAsync(["diff", "one", .. fromStatus]);
            Assert.Equal(3, session.ExitCode);
            Assert.Contains("held: 1 attribute to change, 0 to add, 0 to remove", session.Printed, StringComparison.Ordinal);
            Assert.Contains("  ~ packetLength: 1500 → 1400\n", session.Printed, StringComparison.Ordinal);
            var filter = await cluster.ToolWithCloudAsync(["diff", "tmf/ids", .. fromStatus]);
            Assert.Equal(3, filter.ExitCode);
            Assert.Contains("held: 2 rules to edit, plan ", filter.Printed, StringComparison.Ordinal);
            Assert.Contains("\n  ~ ", filter.Printed, StringComparison.Ordinal);
            Assert.Contains("\n  - ", filter.Printed, StringComparison.Ordinal);
        }
    }

    private static async Task ApproveSaysWhatToDoAsync(TestCluster cluster)
    {
        Assert.Contains("are not approved", (await cluster.ToolAsync("approve", "tmf/ids")).Errors, StringComparison.Ordinal);
        Assert.Contains("is nothing to approve", (await cluster.ToolAsync("approve", "one")).Errors, StringComparison.Ordinal);
    }

    private static string? FirstWrite(CommandResult history, string counts)
    {
        var last = JsonNode.Parse(history.Succeeded())!["writes"]!.AsArray()[^1]!;
        Assert.NotNull(last[counts]);
        return (string?)last["verb"];
    }
}
