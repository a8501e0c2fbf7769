using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

/// <summary>A cluster with an object for each state that a user can meet, named after it. Each object has a session of its own.</summary>
internal static class SessionStates
{
    /// <summary>Names of objects, in the order of their sessions; the last one speaks for the session of the first.</summary>
    private static readonly string[] Names =
        ["in-sync", "suspended", "safety-hold", "observed-drift", "waiting-for-cloud", "deleting", "disabled", "unseen-change",
            "suspended-in-sync", "session-not-found", "ownership-conflict"];

    private const string Region = "cn-hangzhou";

    public static Task<TestCluster> StartAsync() => TestCluster.StartAsync(seed: ManySessions.Seed(Names.Length - 2, 0));

    // Of two objects made within one second, the one whose name comes first is the older one.
    private static string Manifest(string name, int n) => ManySessions.Manifest(n == Names.Length - 1 ? 0 : n, name: name);

    extension(TestCluster cluster)
    {
        /// <summary>Applies all objects.</summary>
        public Task DeclareAsync() => cluster.ApplyAsync(string.Join("\n---\n", Names.Select(Manifest)));

        /// <summary>Brings each object into its state, with a controller running.</summary>
        public async Task BringAboutAsync()
        {
            foreach (var name in Names[..^2]) await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/" + name, "--timeout=60s");
            await cluster.MergeAsync("suspended", $$$"""{"spec": {"suspend": true, "sourceIds": ["{{{ManySessions.Missing(1)}}}"]}}""");
            await cluster.MergeAsync("suspended-in-sync", """{"spec": {"suspend": true}}""");
            await cluster.HasConditionAsync("suspended-in-sync", "Paused");
            await cluster.MergeAsync(
                "safety-hold", $$$"""{"spec": {"safety": {"maxRemovals": 1}, "sourceIds": ["{{{ManySessions.Missing(2)}}}"]}}""");
            await cluster.MergeAsync("observed-drift", """{"spec": {"managementPolicy": "Observe"}}""");
            await cluster.MergeAsync("deleting", """{"spec": {"deletionPolicy": "Detach"}}""");
            Assert.Equal("OK", cluster.Cloud.ForeignRemove("demo", Region, "tms-many000003", [ManySessions.Missing(3)]));
            cluster.Cloud.SetEnabled("demo", Region, "tms-many000006", false);
            await cluster.HoldsFinalizerAsync("deleting");
            await cluster.MergeAsync("deleting", """{"spec": {"suspend": true}}""");
            await cluster.HasConditionAsync("deleting", "Paused");
            await cluster.KubectlAsync("delete", "tms/deleting", "--wait=false");
            cluster.Cloud.Settings = cluster.Cloud.Settings with { ModifyDuration = TimeSpan.FromHours(1) };
            await cluster.MergeAsync(
                "waiting-for-cloud",
                $$$"""{"spec": {"safety": {"maxRemovals": "100%"}, "sourceIds": ["{{{ManySessions.Missing(4)}}}"]}}""");
            await cluster.KubectlAsync("annotate", "tms/observed-drift", "tms/disabled", "vpcmirror.io/reconcile-requested-at=now");
        }
    }
}
