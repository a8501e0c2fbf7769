using System.Text.Json.Nodes;
using VpcMirrorOperator.IntegrationTests.Cluster;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.ClusterCommands;

/// <summary>The commands against a cluster in which the operator works, on the newest and on the oldest server.</summary>
public class CommandsTests
{
    private const string Nothing = "No TrafficMirrorSession and no TrafficMirrorFilter found.";
    private const string Hold = $$$"""{"spec":{"safety":{"maxRemovals":"10%"},"sourceIds":["{{{WebTier.One}}}"]}}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_held_plan_is_found_read_whole_and_approved_and_its_history_can_be_told(bool oldest)
    {
        await using var cluster = await TestCluster.StartAsync(oldest);
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        Assert.Contains(
            "web-tier   True    Synced   100%       0         cn-hangzhou/tms-bp1z7v0atwwgnr6comkc   ",
            (await cluster.ToolAsync("status")).Succeeded(), StringComparison.Ordinal);
        Assert.Equal(0, (await cluster.ToolAsync("diff", "web-tier")).ExitCode);
        Assert.Contains("there is nothing to approve", (await cluster.ToolAsync("approve", "web-tier")).Errors, StringComparison.Ordinal);

        await cluster.MergeAsync("web-tier", Hold);
        await cluster.HasConditionAsync("web-tier", "SafetyHold");
        var status = JsonNode.Parse((await cluster.ToolAsync("status", "web-tier", "-o", "json")).Succeeded())!["items"]![0]!;
        Assert.Equal(
            ("False", "MaxRemovalsExceeded", "-34"),
            ((string?)status["ready"], (string?)status["reason"], (string?)status["pending"]));
        await TheDiffIsWholeAsync(cluster, (string)status["planHash"]!);

        var wrong = await cluster.ToolAsync("approve", "web-tier", "--hash", new string('0', 32));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains($"the plan is no longer {new string('0', 32)} but {status["planHash"]}", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal(35, cluster.WebTierSources().Count);

        var approved = (await cluster.ToolAsync("approve", "web-tier", "--hash", (string)status["planHash"]!)).Succeeded();
        Assert.Contains($"approved plan {status["planHash"]}: 0 to add, 34 to remove.", approved, StringComparison.Ordinal);
        await cluster.BecomesReadyAsync("web-tier");
        Assert.Equal([WebTier.One], cluster.WebTierSources());
        await Eventually.TrueAsync(
            async () => (await cluster.ToolAsync("history", "web-tier")).Printed is var told
                && told.Contains("MaxRemovalsExceeded", StringComparison.Ordinal) && told.Contains("Synced", StringComparison.Ordinal),
            "the events are told");
        var writes = JsonNode.Parse((await cluster.ToolAsync("history", "web-tier", "-o", "json")).Succeeded())!["writes"]!.AsArray();
        Assert.Equal(3, writes.Count);
        Assert.All(writes, w => Assert.Equal(("Remove", "OK"), ((string?)w!["verb"], (string?)w["result"])));
        Assert.Contains(cluster.Cloud.Snapshot().Calls, call => call.RequestId == (string?)writes[0]!["requestId"]);
    }

    [Fact]
    public async Task Suspend_stops_the_writes_resume_goes_on_and_both_say_who_may_take_them_back()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        await cluster.KubectlAsync("label", "tms/web-tier", "kustomize.toolkit.fluxcd.io/name=team-a");

        var suspended = await cluster.ToolAsync("suspend", "web-tier");
        Assert.Contains("default/web-tier: suspended.", suspended.Printed, StringComparison.Ordinal);
        Assert.Contains("warning: default/web-tier is managed by Flux Kustomization team-a", suspended.Errors, StringComparison.Ordinal);
        await cluster.HasConditionAsync("web-tier", "Paused");
        cluster.Cloud.ForeignRemove("demo", WebTier.Region, WebTier.Session, [WebTier.One]);
        await Eventually.TrueAsync(() => Task.FromResult(!cluster.WebTierSources().Contains(WebTier.One)), "a source is gone");
        (await cluster.ToolAsync("reconcile", "web-tier")).Succeeded();
        var held = await cluster.ToolWithCloudAsync("diff", "web-tier");
        Assert.Equal(3, held.ExitCode);
        Assert.Contains("held: 1 to add, 0 to remove", held.Printed, StringComparison.Ordinal);

        Assert.Contains("already suspended", (await cluster.ToolAsync("suspend", "web-tier")).Printed, StringComparison.Ordinal);
        Assert.Contains("web-tier: resumed.", (await cluster.ToolAsync("resume", "web-tier")).Succeeded(), StringComparison.Ordinal);
        await Eventually.TrueAsync(() => Task.FromResult(cluster.WebTierSources().Contains(WebTier.One)), "the source is back");
        Assert.Equal("", await cluster.KubectlAsync("get", "tms/web-tier", "-o", "jsonpath={.spec.suspend}"));
    }

    [Fact]
    public async Task Reconcile_waits_for_the_answer_and_says_when_nobody_answers()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "database-tier.yaml"));
        var nobody = await cluster.ToolAsync("reconcile", "database-tier", "--timeout", "1s");
        Assert.Equal(1, nobody.ExitCode);
        Assert.Contains("no answer in 1 s. It says: Ready=Unknown Pending", nobody.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await cluster.ToolAsync("reconcile", "database-tier", "--no-wait")).ExitCode);

        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        Assert.Contains(
            "default/database-tier: compared. Ready=True Synced", (await cluster.ToolAsync("reconcile", "database-tier")).Succeeded(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namespaces_are_chosen_as_kubectl_chooses_them_and_what_is_missing_is_named()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.KubectlAsync("create", "namespace", "team-a");
        await cluster.KubectlAsync("apply", "-n", "team-a", "-f", Repository.PathOf("config", "samples", "edge.yaml"));

        Assert.Contains(Nothing, (await cluster.ToolAsync("status")).Succeeded(), StringComparison.Ordinal);
        Assert.Contains("edge", (await cluster.ToolAsync("status", "-n", "team-a")).Succeeded(), StringComparison.Ordinal);
        Assert.Contains("team-a      edge", (await cluster.ToolAsync("status", "-A")).Succeeded(), StringComparison.Ordinal);
        Assert.Contains("default/edge: not found.", (await cluster.ToolAsync("status", "edge")).Errors, StringComparison.Ordinal);
        var context = await cluster.ToolAsync("status", "--context", "another");
        Assert.Equal(1, context.ExitCode);
        Assert.Contains("another", context.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await cluster.ToolAsync("status", "--context", "test")).ExitCode);
    }

    [Fact]
    public async Task A_context_is_found_in_a_list_of_files_and_its_cluster_in_another_one()
    {
        await using var cluster = await TestCluster.StartAsync();
        var text = await File.ReadAllTextAsync(cluster.Server.AdminKubeconfig, TestContext.Current.CancellationToken);
        using var folder = new TempFolder();
        // The first file has the cluster's address under its name, the second the user and the context, the third is missing.
        folder.Write("first", text.Replace("name: test", "name: unused", StringComparison.Ordinal)
            .Replace("clusters:\n- name: unused", "clusters:\n- name: test", StringComparison.Ordinal));
        folder.Write("second", text.Replace("clusters:\n- name: test", "clusters:\n- name: unused", StringComparison.Ordinal)
            .Replace("contexts:\n- name: test", "contexts:\n- name: other", StringComparison.Ordinal));
        var files = string.Join(':', new[] { "first", "second", "third" }.Select(file => Path.Join(folder.Path, file)));

        Task<CommandResult> RunAsync(string context) => Command.RunAsync(
            "env", "",
            ["KUBECONFIG=" + files, "dotnet", Path.Join(AppContext.BaseDirectory, "vpc-mirror.dll"), "status", "--context", context]);
        Assert.Contains(Nothing, (await RunAsync("other")).Succeeded(), StringComparison.Ordinal);
        var missing = await RunAsync("nowhere");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("None of the files in KUBECONFIG has the context nowhere.", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_without_the_kind_is_told_so()
    {
        await using var cluster = await TestCluster.StartAsync(withDefinition: false);

        var result = await cluster.ToolAsync("status");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("the cluster does not know this kind", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>The status names 20 of 34; with the cloud, all are named.</summary>
    private static async Task TheDiffIsWholeAsync(TestCluster cluster, string hash)
    {
        var cut = await cluster.ToolAsync("diff", "web-tier");
        Assert.Equal(3, cut.ExitCode);
        Assert.Contains("notice: no cloud credentials here", cut.Errors, StringComparison.Ordinal);
        Assert.Contains("The status is cut: it names 0 of 0 to add and 20 of 34 to remove.", cut.Printed, StringComparison.Ordinal);
        var whole = await cluster.ToolWithCloudAsync("diff", "web-tier");
        Assert.Equal(3, whole.ExitCode);
        Assert.Contains($"held: 0 to add, 34 to remove, plan {hash}", whole.Printed, StringComparison.Ordinal);
        Assert.Equal(34, whole.Printed.Split('\n').Count(line => line.StartsWith("  - eni-", StringComparison.Ordinal)));
    }
}
