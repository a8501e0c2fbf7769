using VpcMirrorOperator.IntegrationTests.Cluster;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.ClusterCommands;

/// <summary>The shipped roles are enough for the commands, each for its own.</summary>
public class UserRightsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_role_view_reads_and_the_role_edit_changes(bool oldest)
    {
        await using var cluster = await TestCluster.StartAsync(oldest);
        await cluster.KubectlAsync("apply", "--validate=false", "-f", Repository.PathOf("config", "rbac", "user-roles.yaml"));
        foreach (var role in new[] { "view", "edit" })
            await cluster.KubectlAsync("create", "rolebinding", role, "--clusterrole=vpc-mirror-" + role, "--user=" + role);
        var (viewer, editor) = (cluster.Server.User("view"), cluster.Server.User("edit"));
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "filters", "mirror-filter.yaml"));

        foreach (var user in new[] { viewer, editor })
            foreach (var line in new[]
            {
                "status", "status web-tier", "diff web-tier", "history web-tier", "status tmf/mirror-filter", "history tmf/mirror-filter",
            })
                (await RunAsync(user, line)).Succeeded();
        foreach (var line in new[]
        {
            "suspend web-tier", "resume web-tier", "reconcile web-tier --no-wait", "suspend tmf/mirror-filter", "resume tmf/mirror-filter",
        })
        {
            var refused = await RunAsync(viewer, line);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("or vpc-mirror-edit (to change).", refused.Errors, StringComparison.Ordinal);
            (await RunAsync(editor, line)).Succeeded();
        }
    }

    private static Task<CommandResult> RunAsync(string kubeconfig, string line) =>
        ClusterTool.RunAsync(new Dictionary<string, string>(), [.. line.Split(' '), "--kubeconfig", kubeconfig]);
}
