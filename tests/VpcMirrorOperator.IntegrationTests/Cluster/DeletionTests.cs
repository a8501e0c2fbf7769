using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Objects are deleted, in good and in bad circumstances.</summary>
public class DeletionTests
{
    private const string Detach = """{"spec":{"deletionPolicy":"Detach","safety":{"allowEmpty":true}}}""";

    [Fact]
    public async Task A_deleted_object_with_Detach_takes_its_sources_along_and_events_tell_what_happened()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await DeclareAsync(cluster);

        await cluster.KubectlAsync("delete", "tms/web-tier", "--timeout=60s");
        Assert.Empty(cluster.WebTierSources());
        Assert.Equal(0, await controller.StopAsync());
        Assert.Contains("web-tier", await cluster.KubectlAsync("get", "events.events.k8s.io", "-o", "name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_object_with_Detach_stays_and_says_why_until_it_may_go()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await DeclareAsync(cluster);
        await cluster.MergeAsync("web-tier", """{"spec":{"suspend":true}}""");
        await cluster.HasConditionAsync("web-tier", "Paused");

        await cluster.KubectlAsync("delete", "tms/web-tier", "--wait=false");
        await Eventually.TrueAsync(async () => await cluster.ReasonAsync("web-tier") == "Suspended", "the status names the reason");
        Assert.Single(cluster.WebTierSources());
        await cluster.MergeAsync("web-tier", """{"spec":{"suspend":false}}""");
        await cluster.KubectlAsync("wait", "--for=delete", "tms/web-tier", "--timeout=60s");
        Assert.Empty(cluster.WebTierSources());
    }

    [Fact]
    public async Task With_lost_credentials_the_object_says_so_and_Retain_lets_it_go_without_them()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await DeclareAsync(cluster);
        cluster.Cloud.Faults.Add(new() { Kind = Emulator.Faults.FaultKind.Error, Status = 403, Code = "InvalidAccessKeyId.NotFound" });

        await cluster.KubectlAsync("delete", "tms/web-tier", "--wait=false");
        await Eventually.TrueAsync(
            async () => await cluster.ReasonAsync("web-tier") == "CredentialsInvalid", "the status names the reason");
        await cluster.MergeAsync("web-tier", """{"spec":{"deletionPolicy":"Retain"}}""");
        await cluster.KubectlAsync("wait", "--for=delete", "tms/web-tier", "--timeout=60s");
        Assert.Single(cluster.WebTierSources());
    }

    [Fact]
    public async Task With_credentials_that_work_again_the_object_goes_and_takes_its_source_along()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await DeclareAsync(cluster);
        cluster.Cloud.Faults.Add(new() { Kind = Emulator.Faults.FaultKind.Error, Status = 403, Code = "InvalidAccessKeyId.NotFound" });
        await cluster.KubectlAsync("delete", "tms/web-tier", "--wait=false");
        await Eventually.TrueAsync(
            async () => await cluster.ReasonAsync("web-tier") == "CredentialsInvalid", "the status names the reason");

        cluster.Cloud.Faults.Clear();
        await cluster.KubectlAsync("wait", "--for=delete", "tms/web-tier", "--timeout=90s");
        Assert.Empty(cluster.WebTierSources());
    }

    [Fact]
    public async Task When_the_session_is_gone_there_is_nothing_to_detach_and_the_object_goes()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await DeclareAsync(cluster);
        cluster.Cloud.DeleteSession("demo", WebTier.Region, WebTier.Session);
        await cluster.KubectlAsync("delete", "tms/web-tier", "--timeout=60s");
        Assert.DoesNotContain(WebTier.One, cluster.Executed("Remove"));
    }

    [Fact]
    public async Task When_the_definition_is_deleted_nothing_is_detached_and_nothing_hangs()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await DeclareAsync(cluster);
        await cluster.KubectlAsync("delete", "crd/trafficmirrorsessions.vpcmirror.io", "--timeout=90s");
        Assert.Equal([WebTier.One], cluster.WebTierSources());
    }

    /// <summary>The sample with one source, and with Detach.</summary>
    private static async Task DeclareAsync(TestCluster cluster)
    {
        await cluster.ApplyWebTierAsync();
        await cluster.EditWebTierAsync(WebTier.One);
        await cluster.MergeAsync("web-tier", Detach);
        await cluster.HoldsFinalizerAsync("web-tier");
    }
}
