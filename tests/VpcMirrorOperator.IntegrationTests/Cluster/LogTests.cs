using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

public class LogTests
{
    [Fact]
    public async Task The_log_names_the_place_that_credentials_come_from_and_never_the_key()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "edge.yaml"));
        await cluster.BecomesReadyAsync("edge");
        Assert.Contains("Credentials come from default/env", controller.Log, StringComparison.Ordinal);
        Assert.All(EmulatorCredentials.Variables.Values, key => Assert.DoesNotContain(key, controller.Log, StringComparison.Ordinal));
    }
}
