using System.Text.Json.Nodes;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

/// <summary>
/// What Argo CD, Flux and Helm see of real objects. The objects stored for Argo CD are what this test sees (UPDATE_TESTDATA=1 writes them).
/// </summary>
public class StateTests
{
    private static readonly (string Name, string Reason, string Argo, string Kstatus)[] States =
    [
        ("in-sync", "Synced", "Healthy", "Current"),
        ("suspended", "Suspended", "Suspended", "InProgress"),
        ("suspended-in-sync", "Synced", "Suspended", "Current"),
        ("safety-hold", "MaxRemovalsExceeded", "Degraded", "Failed"),
        ("observed-drift", "ObserveOnly", "Degraded", "Failed"),
        ("waiting-for-cloud", "WaitingForCloud", "Progressing", "InProgress"),
        ("deleting", "Suspended", "Progressing", "Terminating"),
        ("disabled", "SessionDisabled", "Degraded", "Failed"),
        ("session-not-found", "SessionNotFound", "Degraded", "Failed"),
        ("ownership-conflict", "OwnershipConflict", "Degraded", "Failed"),
    ];

    [Fact]
    public async Task Each_state_has_the_health_that_GitOps_tools_expect()
    {
        await using var cluster = await SessionStates.StartAsync();
        await cluster.DeclareAsync();
        // kstatus takes an object without a status for current, by its rules.
        await SeesAsync(cluster, "in-sync", "new", "Progressing", "Current");
        await using (var controller = await RunningController.StartAsync(cluster))
        {
            await cluster.BringAboutAsync();
            foreach (var (name, reason, argo, kstatus) in States)
            {
                await Eventually.TrueAsync(async () => Reason(await cluster.ReadAsync(name)) == reason, $"{name} has the reason {reason}");
                await SeesAsync(cluster, name, name, argo, kstatus);
            }
        }

        await cluster.MergeAsync("unseen-change", """{"spec": {"suspend": true}}""");
        await SeesAsync(cluster, "unseen-change", "unseen-change", "Progressing", "InProgress");
    }

    private static string? Reason(JsonNode session) =>
        (string?)session["status"]?["conditions"]?.AsArray().Single(condition => (string?)condition!["type"] == "Ready")!["reason"];

    private static async Task SeesAsync(TestCluster cluster, string name, string file, string argo, string kstatus)
    {
        var session = await cluster.ReadAsync(name);
        Assert.Equal((name, argo, kstatus), (name, (await LuaHealth.OfAsync(session)).Status, Kstatus.Of(session)));
        var stored = Repository.PathOf("deploy", "argocd", "testdata", file + ".yaml");
        if (Environment.GetEnvironmentVariable("UPDATE_TESTDATA") == "1")
            await File.WriteAllTextAsync(
                stored, await cluster.KubectlAsync("get", "tms/" + name, "-o", "yaml"), TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(stored, TestContext.Current.CancellationToken);
        Assert.Equal(Conditions(session), Conditions(YamlDocuments.Read(text).Single()));
    }

    private static IEnumerable<string> Conditions(JsonNode session) =>
        (session["status"]?["conditions"]?.AsArray() ?? [])
            .Select(condition => $"{condition!["type"]}={condition["status"]} {condition["reason"]}");
}
