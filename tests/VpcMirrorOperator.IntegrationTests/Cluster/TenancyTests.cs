using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Namespaces are tenants: nobody empties, or inherits, what another one has.</summary>
public sealed class TenancyTests : IDisposable
{
    private const string Attacker = "attacker";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vpc-mirror-tenancy-");

    /// <summary>A list for the sample's namespace, and for a namespace that does not exist.</summary>
    private string List => Path.Join(_folder.FullName, "tenancy.yaml");

    [Fact]
    public async Task An_object_of_a_namespace_without_rights_removes_nothing_from_a_session_with_many_sources_and_can_be_deleted()
    {
        await using var cluster = await StartAsync();
        var before = cluster.WebTierSources().ToArray();
        Assert.InRange(before.Length, 20, 100);
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false", "--tenancy-file", List);
        await cluster.ApplyAsync(Taking("grab", "eni-bp1attacker00001", "Detach"), "-n", Attacker);
        await ReasonIsAsync(cluster, "grab", "NotAllowed");

        // The one whose session it is works beside it, though it is the younger of the two.
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "edge.yaml"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/edge", "--timeout=60s");
        await cluster.KubectlAsync("delete", "tms/grab", "-n", Attacker, "--timeout=60s");
        Assert.Equal(before, cluster.WebTierSources());
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.SessionId == WebTier.Session);
        Assert.Contains("grab", await cluster.KubectlAsync("get", "events.events.k8s.io", "-n", Attacker, "-o", "name"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_object_without_rights_does_not_stand_in_the_way_of_the_one_that_has_them()
    {
        await using var cluster = await StartAsync();
        await cluster.ApplyAsync(Taking("grab", "eni-bp1attacker00001"), "-n", Attacker);
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false", "--tenancy-file", List);
        await ReasonIsAsync(cluster, "grab", "NotAllowed");
        await cluster.ApplyWebTierAsync();
        cluster.EveryWriteWasMadeOnce();
    }

    [Fact]
    public async Task A_waiting_object_of_another_namespace_does_not_get_the_session_when_the_owner_is_replaced_nor_after_a_restart()
    {
        await using var cluster = await StartAsync();
        await using (var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false"))
        {
            await cluster.ApplyWebTierAsync();
            await cluster.ApplyAsync(Taking("grab", "eni-bp1attacker00001"), "-n", Attacker);
            await ReasonIsAsync(cluster, "grab", "OwnershipConflict");
            await cluster.KubectlAsync("delete", "tms/web-tier");
            // Seen by the operator: the message no longer names the owner.
            await Eventually.TrueAsync(
                async () => (await cluster.KubectlAsync("get", "tms/grab", "-n", Attacker, "-o", "json")).Contains(
                    "was managed by another namespace", StringComparison.Ordinal), "it still waits");
        }

        var left = cluster.WebTierSources().ToArray();
        await using var restarted = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyAsync(Taking("renamed", WebTier.One));
        await cluster.BecomesReadyAsync("renamed");
        Assert.True(left.Length > 1, "there was something to take");
        Assert.Equal([WebTier.One], cluster.WebTierSources());
        Assert.DoesNotContain("eni-bp1attacker00001", cluster.Executed("Add"));
        await ReasonIsAsync(cluster, "grab", "OwnershipConflict");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<TestCluster> StartAsync()
    {
        await File.WriteAllTextAsync(
            List,
            $$"""
            namespaces:
              default: {regions: ["*"], sessions: [{{WebTier.Session}}, tms-t4ne8fja3wywowohsb0i]}
              {{Attacker}}: {regions: [cn-hangzhou], sessions: [tms-other]}
            """,
            TestContext.Current.CancellationToken);
        var cluster = await TestCluster.StartAsync();
        await cluster.KubectlAsync("create", "namespace", Attacker);
        return cluster;
    }

    private static Task ReasonIsAsync(TestCluster cluster, string name, string reason) => Eventually.TrueAsync(
        async () => await cluster.KubectlAsync(
            "get", "tms/" + name, "-n", Attacker, "-o", "jsonpath={.status.conditions[?(@.type=='Stalled')].reason}") == reason,
        $"{name} says {reason}");

    private static string Taking(string name, string id, string deletionPolicy = "Retain") => $$"""
        {"apiVersion": "vpcmirror.io/v1alpha1", "kind": "TrafficMirrorSession", "metadata": {"name": "{{name}}"}, "spec": {
          "regionId": "{{WebTier.Region}}", "trafficMirrorSessionId": "{{WebTier.Session}}", "sourceIds": ["{{id}}"],
          "deletionPolicy": "{{deletionPolicy}}", "safety": {"maxRemovals": "100%"}
        } }
        """;
}
