using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>The sample that is to replace 17 of its 35 sources, as a user works with it.</summary>
internal static class WebTier
{
    public const string Session = "tms-bp1z7v0atwwgnr6comkc";
    public const string Region = "cn-hangzhou";

    /// <summary>Two sources that the session has from the start, and that the sample lists.</summary>
    public const string One = "eni-bp1fy6gcywy6aqwkfn9d";
    public const string Other = "eni-bp14vsofnbr36gh6yxd1";

    extension(TestCluster cluster)
    {
        public async Task ApplyWebTierAsync()
        {
            await cluster.KubectlAsync("apply", "--validate=false", "-f", Repository.PathOf("config", "samples", "web-tier.yaml"));
            await cluster.BecomesReadyAsync("web-tier");
        }

        /// <summary>Applies the sample and returns while the cloud carries out the first batch.</summary>
        public async Task BeginWebTierAsync()
        {
            await cluster.KubectlAsync("apply", "--validate=false", "-f", Repository.PathOf("config", "samples", "web-tier.yaml"));
            await Eventually.TrueAsync(() => Task.FromResult(cluster.Executed("Add").Count > 0), "the first batch is in the cloud");
        }

        /// <summary>Declares exactly these sources, however many are not among them, and waits until they are mirrored.</summary>
        public async Task EditWebTierAsync(params string[] ids)
        {
            var list = string.Join(',', ids.Select(id => $"\"{id}\""));
            await cluster.MergeAsync("web-tier", $$$"""{"spec":{"safety":{"maxRemovals":"100%"},"sourceIds":[{{{list}}}]}}""");
            var generation = await cluster.KubectlAsync("get", "tms/web-tier", "-o", "jsonpath={.metadata.generation}");
            await cluster.KubectlAsync(
                "wait", $"--for=jsonpath={{.status.observedGeneration}}={generation}", "tms/web-tier", "--timeout=90s");
            await cluster.BecomesReadyAsync("web-tier");
        }

        public IReadOnlyCollection<string> WebTierSources() => cluster.Cloud.Snapshot().Find("demo", Region, Session)!.Sources;

        /// <summary>All 17 additions and 17 removals of the sample were made, and each once.</summary>
        public void EveryWriteWasMadeOnce()
        {
            foreach (var verb in new[] { "Add", "Remove" })
            {
                var ids = cluster.Executed(verb);
                Assert.Equal(17, ids.Count);
                Assert.Equal(17, ids.Distinct().Count());
            }
        }
    }
}
