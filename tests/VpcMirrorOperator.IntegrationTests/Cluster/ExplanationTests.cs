using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Something is wrong, and <c>kubectl describe</c> and the events say what and what to do about it.</summary>
public class ExplanationTests
{
    [Fact]
    public async Task A_source_that_does_not_exist_is_named_and_the_others_are_mirrored()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        cluster.Cloud.DeleteNetworkInterface("eni-bp1w29qtpuvugcsrz2x9");
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "web-tier.yaml"));
        await cluster.HasConditionAsync("web-tier", "Stalled");
        Assert.Equal(34, cluster.WebTierSources().Count);
        await ExplainsAsync(cluster, "web-tier", "SourcesRejected", "eni-bp1w29qtpuvugcsrz2x9", "ResourceNotFound.NetworkInterface");
    }

    [Fact]
    public async Task A_session_that_does_not_exist_is_an_event_with_its_remedy()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        cluster.Cloud.DeleteSession("demo", WebTier.Region, WebTier.Session);
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "web-tier.yaml"));
        await cluster.HasConditionAsync("web-tier", "Stalled");
        await ExplainsAsync(cluster, "web-tier", "SessionNotFound", "Check spec.regionId, spec.trafficMirrorSessionId and the account.");
    }

    [Fact]
    public async Task A_held_plan_says_how_to_approve_it()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        await cluster.MergeAsync("web-tier", $$$"""{"spec":{"safety":{"maxRemovals":1},"sourceIds":["{{{WebTier.One}}}"]}}""");
        await cluster.HasConditionAsync("web-tier", "SafetyHold");
        await ExplainsAsync(cluster, "web-tier", "MaxRemovalsExceeded", "vpcmirror.io/approved-plan");
    }

    [Fact]
    public async Task Wrong_credentials_are_an_event()
    {
        await using var cluster = await TestCluster.StartAsync();
        cluster.Cloud.Faults.Add(new() { Kind = Emulator.Faults.FaultKind.Error, Status = 404, Code = "InvalidAccessKeyId.NotFound" });
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "web-tier.yaml"));
        await cluster.HasConditionAsync("web-tier", "Stalled");
        await ExplainsAsync(cluster, "web-tier", "CredentialsInvalid", "InvalidAccessKeyId.NotFound");
    }

    /// <summary>The reason is a column, a condition and an event, and the words are in what <c>kubectl describe</c> prints.</summary>
    private static async Task ExplainsAsync(TestCluster cluster, string name, string reason, params string[] words)
    {
        Assert.Contains(reason, await cluster.KubectlAsync("get", "tms/" + name), StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => (await cluster.KubectlAsync("get", "events.events.k8s.io", "-o", "jsonpath={.items[*].reason}")).Split(' ')
                .Contains(reason), "the event is there");
        // kubectl wraps nothing: each message is one line.
        var description = await cluster.KubectlAsync("describe", "tms/" + name);
        Assert.All(words, word => Assert.Contains(word, description, StringComparison.Ordinal));
    }
}
