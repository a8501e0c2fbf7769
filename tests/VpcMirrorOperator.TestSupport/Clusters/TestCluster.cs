using System.Text.Json.Nodes;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Hosting;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>An API server, and the emulator as the cloud. Skips the test when there are no binaries.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly EmulatorHost _host;

    private TestCluster(ApiServerFixture server, VpcEmulator cloud, EmulatorHost host) => (Server, Cloud, _host) = (server, cloud, host);

    public ApiServerFixture Server { get; }

    public VpcEmulator Cloud { get; }

    public Uri Endpoint => _host.Address;

    /// <param name="oldest">The oldest server of several, whose RBAC is upstream's own code, instead of the newest.</param>
    /// <param name="seed">What the cloud starts with; null for the demo's sessions.</param>
    /// <param name="withDefinition">Whether the CRD is installed.</param>
    /// <param name="flags">More flags of the API server.</param>
    public static async Task<TestCluster> StartAsync(
        bool oldest = false, EmulatorSeed? seed = null, bool withDefinition = true, params string[] flags)
    {
        var all = ApiServerBinaries.Find();
        if (all.Count == 0) Assert.Skip(ApiServerBinaries.SkipReason);
        var server = await ApiServerFixture.StartAsync(oldest ? all[0] : all[^1], flags);
        var cloud = new VpcEmulator(seed ?? await DemoSeedAsync(), TimeProvider.System);
        var cluster = new TestCluster(server, cloud, await EmulatorHost.StartAsync(cloud, 0, CancellationToken.None));
        if (withDefinition) await cluster.InstallAsync();
        return cluster;
    }

    /// <summary>Runs the real kubectl; it must succeed.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> KubectlAsync(params IEnumerable<string> arguments) => (await TryKubectlAsync(arguments)).Succeeded();

    public Task<CommandResult> TryKubectlAsync(params IEnumerable<string> arguments) =>
        Command.RunAsync(Server.Kubectl, "", ["--kubeconfig", Server.AdminKubeconfig, .. arguments]);

    /// <summary>Applies a manifest from standard input.</summary>
    public async Task ApplyAsync(string manifest, params IEnumerable<string> options) =>
        (await Command.RunAsync(
            Server.Kubectl, manifest, ["--kubeconfig", Server.AdminKubeconfig, "apply", "--validate=false", "-f", "-", .. options]))
        .Succeeded();

    /// <summary>Makes a service account, and a token of it as the API server signs them.</summary>
    public async Task<string> TokenAsync(string ns, string name)
    {
        await KubectlAsync("create", "serviceaccount", name, "-n", ns);
        // Not create token, which the oldest kubectl lacks.
        var path = $"/api/v1/namespaces/{ns}/serviceaccounts/{name}/token";
        var answer = await Command.RunAsync(
            Server.Kubectl, """{"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {}}""",
            ["--kubeconfig", Server.AdminKubeconfig, "create", "--raw", path, "-f", "-"]);
        return (string)JsonNode.Parse(answer.Succeeded())!["status"]!["token"]!;
    }

    /// <summary>Waits for definitions that were installed just now.</summary>
    public Task DefinitionIsServedAsync() => KubectlAsync(
        ["wait", "--for=condition=Established", "--timeout=60s",
            .. KindRegistry.All.Select(kind => "crd/" + kind.Resource.DefinitionName)]);

    /// <summary>The ids that the cloud was told to add or remove, each as often as a call really did so.</summary>
    public IReadOnlyList<string> Executed(string verb) =>
        [.. Cloud.Snapshot().Calls.Where(c => c.Executed && c.Action.StartsWith(verb, StringComparison.Ordinal)).SelectMany(c => c.Ids)];

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task<EmulatorSeed> DemoSeedAsync() =>
        EmulatorSeed.Parse(await File.ReadAllTextAsync(Repository.PathOf("config", "emulator", "demo-seed.yaml")), "demo-seed.yaml");

    private async Task InstallAsync()
    {
        // kubectl refuses the rules in the name of a server before 1.25, which ignores them.
        await KubectlAsync("apply", "-k", Repository.PathOf("config", "crd"), "--validate=false");
        await DefinitionIsServedAsync();
    }
}
