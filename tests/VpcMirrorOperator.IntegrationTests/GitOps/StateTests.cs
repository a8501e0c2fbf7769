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
        await cluster.SeesAsync("tms/in-sync", "new", "Progressing", "Current");
        await using (var controller = await RunningController.StartAsync(cluster))
        {
            await cluster.BringAboutAsync();
            foreach (var (name, reason, argo, kstatus) in States)
            {
                await Eventually.TrueAsync(
                    async () => StoredStates.Reason(await cluster.ReadAsync("tms/" + name)) == reason, $"{name} has the reason {reason}");
                await cluster.SeesAsync("tms/" + name, name, argo, kstatus);
            }
        }

        await cluster.MergeAsync("unseen-change", """{"spec": {"suspend": true}}""");
        await cluster.SeesAsync("tms/unseen-change", "unseen-change", "Progressing", "InProgress");
    }
}
