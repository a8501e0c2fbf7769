using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

public class SyncTests
{
    [Fact]
    public async Task Nothing_that_the_operator_writes_makes_an_object_differ_from_its_manifest()
    {
        await using var cluster = await TestCluster.StartAsync();
        var samples = Repository.PathOf("config", "samples");
        string[] asArgo = ["--server-side", "--force-conflicts", "--field-manager=argocd-controller"];
        await cluster.KubectlAsync(["apply", "-f", samples, .. asArgo]);
        // The finalizer is the only thing that the operator ever writes outside of the status.
        await cluster.MergeAsync("edge", """{"spec": {"deletionPolicy": "Detach"}}""");
        await using var controller = await RunningController.StartAsync(cluster);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms", "--all", "--timeout=90s");
        await cluster.HoldsFinalizerAsync("edge");

        foreach (var manifest in new[] { "web-tier", "database-tier", "payments" })
            Assert.Equal(0, (await cluster.TryKubectlAsync(["diff", "-f", Path.Join(samples, manifest + ".yaml"), .. asArgo])).ExitCode);
        var edge = await cluster.TryKubectlAsync(["diff", "-f", Path.Join(samples, "edge.yaml"), .. asArgo]);
        Assert.DoesNotContain("finalizers", edge.Output, StringComparison.Ordinal);
    }
}
