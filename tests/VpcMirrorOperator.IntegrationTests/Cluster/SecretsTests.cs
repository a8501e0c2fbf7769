using System.Net;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>What the pages on security and credentials promise: whatever becomes of a key, it shows up nowhere.</summary>
public class SecretsTests
{
    private const string WrongSecret = "emulator-wrong-secret";

    /// <summary>With the right key, and with a wrong one, to which the cloud answers with the string that was to be signed.</summary>
    [Theory]
    [InlineData(null, "Synced")]
    [InlineData(WrongSecret, "CredentialsInvalid")]
    public async Task No_key_and_no_signature_is_in_the_log_an_event_an_object_or_a_metric(string? secret, string reason)
    {
        await using var cluster = await TestCluster.StartAsync();
        var variables = new Dictionary<string, string>();
        if (secret is not null) variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = secret;
        using var controller = ControllerProcess.Start(cluster, null, variables, "--log-level", "trace", "--leader-elect", "false");
        await Eventually.TrueAsync(
            async () => await controller.Ports.StatusAsync("/readyz") == HttpStatusCode.OK, "the controller is ready");
        await cluster.KubectlAsync("apply", "-f", Repository.PathOf("config", "samples", "edge.yaml"));
        await Eventually.TrueAsync(async () => await cluster.ReasonAsync("edge") == reason, $"the reason is {reason}");
        await Eventually.TrueAsync(
            async () => (await EventsAsync(cluster)).Contains("edge", StringComparison.Ordinal), "an event tells of it");

        foreach (var output in new[]
        {
            controller.Log, await EventsAsync(cluster), await cluster.KubectlAsync("get", "tms", "--all-namespaces", "-o", "yaml"),
            await controller.Ports.MetricsAsync(),
        })
        {
            Assert.Contains("edge", output, StringComparison.Ordinal);
            Assert.All(
                [.. EmulatorCredentials.Variables.Values, WrongSecret, "Signature=", "ACS3-HMAC-SHA256"],
                hidden => Assert.DoesNotContain(hidden, output, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static Task<string> EventsAsync(TestCluster cluster) =>
        cluster.KubectlAsync("get", "events.events.k8s.io", "--all-namespaces", "-o", "yaml");
}
