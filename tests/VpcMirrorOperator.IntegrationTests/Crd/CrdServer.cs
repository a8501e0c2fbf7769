using System.Globalization;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>
/// An API server with the CRD, for the tests of one class. Nothing is started when there are no binaries: those tests are skipped.
/// </summary>
public sealed class CrdServer : IAsyncLifetime
{
    private ApiServerFixture? _server;

    /// <summary>Whether the server evaluates <c>x-kubernetes-validations</c> (since Kubernetes 1.25).</summary>
    public bool HasRules { get; private set; }

    private static IEnumerable<string> Definitions => KindRegistry.All.Select(kind => "crd/" + kind.Resource.DefinitionName);

    public async ValueTask InitializeAsync()
    {
        // Of several versions the newest: only current ones evaluate the rules of the schema.
        if (ApiServerBinaries.Find() is not [.., var newest]) return;
        _server = await ApiServerFixture.StartAsync(newest);
        var version = JsonNode.Parse((await KubectlAsync("get", "--raw", "/version")).Succeeded())!;
        HasRules = int.Parse(version["minor"]!.ToString().TrimEnd('+'), CultureInfo.InvariantCulture) >= 25;
        // Before 1.25, kubectl refuses the rules in the name of a server that does not know them.
        (await KubectlAsync("apply", "-k", Repository.PathOf("config", "crd"), $"--validate={(HasRules ? "true" : "false")}")).Succeeded();
        (await KubectlAsync(["wait", "--for=condition=Established", "--timeout=60s", .. Definitions])).Succeeded();
        // A new resource is first answered with 429.
        await Eventually.TrueAsync(async () => (await KubectlAsync("get", "tms")).ExitCode == 0, "the resource is served");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    internal Task<CommandResult> KubectlAsync(params IEnumerable<string> arguments) => FeedKubectlAsync("", arguments);

    internal Task<CommandResult> FeedKubectlAsync(string input, params IEnumerable<string> arguments) =>
        Command.RunAsync(_server!.Kubectl, input, ["--kubeconfig", _server.AdminKubeconfig, .. arguments]);
}
