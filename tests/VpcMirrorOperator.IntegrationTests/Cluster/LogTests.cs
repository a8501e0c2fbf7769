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

    [Fact]
    public async Task Missing_credentials_are_told_in_full_once_and_by_their_code_at_each_further_attempt()
    {
        await using var cluster = await TestCluster.StartAsync();
        var nothing = new Dictionary<string, string>
        {
            ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "",
            ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "",
            ["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true",
            ["HOME"] = Path.GetTempPath(),
        };
        using var controller = ControllerProcess.Start(cluster, null, nothing, "--leader-elect", "false");
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples"));
        await Eventually.TrueAsync(
            () => Attempts(controller).Length >= 4 && Repeats(controller).Length >= 3, "some attempts", TimeSpan.FromSeconds(60));

        var line = Assert.Single(Lines(controller, "Cannot read the session"));
        Assert.Contains("CredentialsInvalid", line, StringComparison.Ordinal);
        Assert.Equal(3, Repeats(controller).Length);
        // Any object may be the one of which it is told in full.
        Assert.All(
            Attempts(controller).Where(attempt => attempt != line),
            attempt => Assert.DoesNotContain("ALIBABA_CLOUD", attempt, StringComparison.Ordinal));
    }

    private static string[] Attempts(ControllerProcess controller) =>
        [.. Lines(controller, "Client.NoCredentials").Where(line => line.Contains("default/edge", StringComparison.Ordinal))];

    private static string[] Repeats(ControllerProcess controller) => Lines(controller, "CredentialsInvalid: the same as for default/");

    private static string[] Lines(ControllerProcess controller, string text) =>
        [.. controller.Log.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal))];
}
