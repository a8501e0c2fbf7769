using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Tests.Crd;

/// <summary>
/// etcd and an API server on loopback with the CRD installed, for the tests of one class. Nothing is started when there are no
/// binaries: those tests are skipped.
/// </summary>
public sealed class ApiServer : IAsyncLifetime
{
    private const string Token = "admin-of-this-test";

    private readonly TempFolder folder = new();
    private readonly List<Process> processes = [];
    private readonly int port = FreePort();

    /// <summary>Whether the server evaluates <c>x-kubernetes-validations</c> (since Kubernetes 1.25).</summary>
    public bool HasRules { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!KubeBinaries.Found) return;
        StartEtcdAndServer();
        await WaitAsync(["get", "--raw", "/readyz"]);
        var version = JsonNode.Parse((await KubectlAsync("get", "--raw", "/version")).Succeeded())!;
        HasRules = int.Parse(version["minor"]!.ToString().TrimEnd('+'), CultureInfo.InvariantCulture) >= 25;
        // Before 1.25, kubectl refuses the rules in the name of a server that does not know them.
        (await KubectlAsync("apply", "-k", RepositoryFolder.PathOf("config", "crd"), $"--validate={(HasRules ? "true" : "false")}")).Succeeded();
        (await KubectlAsync("wait", "--for=condition=Established", "crd/trafficmirrorsessions.vpcmirror.io", "--timeout=60s")).Succeeded();
        await WaitAsync(["get", "tms"]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(processes))
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Dispose();
    }

    internal Task<CommandResult> KubectlAsync(params IEnumerable<string> arguments) => FeedKubectlAsync("", arguments);

    internal Task<CommandResult> FeedKubectlAsync(string input, params IEnumerable<string> arguments) =>
        Command.RunAsync(KubeBinaries.PathOf("kubectl"), input, [$"--server=https://127.0.0.1:{port}", "--insecure-skip-tls-verify", $"--token={Token}", .. arguments]);

    private void StartEtcdAndServer()
    {
        using var key = RSA.Create(2048);
        var accounts = folder.Write("accounts.pem", key.ExportPkcs8PrivateKeyPem());
        var tokens = folder.Write("tokens.csv", $"{Token},admin,1,system:masters\n");
        var etcd = $"http://127.0.0.1:{FreePort()}";
        Start("etcd", $"--data-dir={folder.Path}/etcd", $"--listen-client-urls={etcd}", $"--advertise-client-urls={etcd}",
            "--listen-peer-urls=http://127.0.0.1:0", "--unsafe-no-fsync");
        Start("kube-apiserver", $"--etcd-servers={etcd}", "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1", $"--secure-port={port}",
            $"--cert-dir={folder.Path}", $"--token-auth-file={tokens}", "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
            $"--service-account-key-file={accounts}", $"--service-account-signing-key-file={accounts}", "--service-cluster-ip-range=10.0.0.0/24",
            "--endpoint-reconciler-type=none", "--authorization-mode=RBAC", "--disable-admission-plugins=ServiceAccount");
    }

    /// <summary>Their logs are dropped: a test that fails says what kubectl said.</summary>
    private void Start(string binary, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(KubeBinaries.PathOf(binary), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        processes.Add(process);
    }

    /// <summary>Servers take their time, and a new resource is first answered with 429.</summary>
    private async Task WaitAsync(string[] arguments)
    {
        var ct = TestContext.Current.CancellationToken;
        var answer = await KubectlAsync(arguments);
        for (var attempt = 0; attempt < 240 && answer.ExitCode != 0; attempt++)
        {
            Assert.DoesNotContain(processes, process => process.HasExited);
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, ct);
            answer = await KubectlAsync(arguments);
        }

        answer.Succeeded();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
