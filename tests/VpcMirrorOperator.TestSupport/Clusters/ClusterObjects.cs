namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>What tests do with objects, by the real kubectl, and what they wait for.</summary>
public static class ClusterObjects
{
    extension(TestCluster cluster)
    {
        public Task<string> MergeAsync(string name, string patch, params string[] options) =>
            cluster.KubectlAsync(["patch", "tms/" + name, "--type=merge", "-p", patch, .. options]);

        public Task BecomesReadyAsync(string name) => cluster.HasConditionAsync(name, "Ready");

        public Task HasConditionAsync(string name, string condition, string ns = "default") =>
            cluster.KubectlAsync("wait", "--for=condition=" + condition, "tms/" + name, "--timeout=120s", "-n", ns);

        /// <summary>The reason that <c>kubectl get</c> shows.</summary>
        public Task<string> ReasonAsync(string name, string ns = "default") =>
            cluster.KubectlAsync("get", "tms/" + name, "-n", ns, "-o", """jsonpath={.status.conditions[?(@.type=="Ready")].reason}""");

        public async Task<bool> ExistsAsync(string name) => (await cluster.TryKubectlAsync("get", "tms/" + name)).ExitCode == 0;

        /// <summary>Waits until the object has the finalizer that a deletion with <c>Detach</c> needs.</summary>
        public Task HoldsFinalizerAsync(string name) =>
            cluster.KubectlAsync("wait", "--for=jsonpath={.metadata.finalizers[0]}=vpcmirror.io/detach", "tms/" + name, "--timeout=60s");
    }
}
