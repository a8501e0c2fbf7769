using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.ClusterCommands;

/// <summary>What kubectl shows and selects without this tool.</summary>
public class PrinterColumnTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Objects_are_selected_by_session_and_region_where_the_server_can(bool oldest)
    {
        await using var cluster = await TestCluster.StartAsync(oldest);
        await cluster.KubectlAsync("apply", "--validate=false", "-f", Repository.PathOf("config", "samples"));

        var session = await cluster.TryKubectlAsync(
            "get", "tms", "-o", "name", "--field-selector", "spec.trafficMirrorSessionId=tms-t4ne8fja3wywowohsb0i");
        var region = await cluster.TryKubectlAsync("get", "tms", "-o", "name", "--field-selector", "spec.regionId=ap-southeast-1");

        if (oldest)
        {
            // The field is unknown to it and dropped; everything else of the definition works.
            Assert.Contains("field label not supported", session.Output, StringComparison.Ordinal);
            Assert.Equal(4, (await cluster.KubectlAsync("get", "tms", "-o", "name")).Trim().Split('\n').Length);
            return;
        }

        Assert.Equal("trafficmirrorsession.vpcmirror.io/edge", session.Succeeded().Trim());
        Assert.Equal(2, region.Succeeded().Trim().Split('\n').Length);
    }
}
