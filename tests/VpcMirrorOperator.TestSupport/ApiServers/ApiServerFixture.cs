using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VpcMirrorOperator.TestSupport.ApiServers;

/// <summary>
/// etcd and a kube-apiserver on free loopback ports, with RBAC, in a folder of their own. There is no controller manager: nothing
/// but the tests acts on what is stored.
/// </summary>
public sealed class ApiServerFixture : IAsyncDisposable
{
    private readonly ApiServerBinaries _binaries;
    private readonly string[] _more;
    private readonly string _folder = Directory.CreateTempSubdirectory("vpc-mirror-apiserver-").FullName;
    private readonly TestPki _pki;
    private readonly int _etcdPort = FreePort();
    private readonly int _etcdPeerPort = FreePort();
    private readonly int _port = FreePort();
    private ServerProcess? _etcd;
    private ServerProcess? _server;
    private int _users;

    private ApiServerFixture(ApiServerBinaries binaries, string[] more)
    {
        (_binaries, _more) = (binaries, more);
        _pki = new TestPki(_folder);
        AdminKubeconfig = User("admin", "system:masters");
    }

    /// <summary>Address of etcd, plain HTTP.</summary>
    public Uri EtcdAddress => new($"http://127.0.0.1:{_etcdPort}");

    /// <summary>Address of the API server.</summary>
    public Uri Address => new($"https://127.0.0.1:{_port}");

    /// <summary>A kubeconfig that may do everything.</summary>
    public string AdminKubeconfig { get; }

    /// <summary>Ids of the processes that run, etcd's and the API server's.</summary>
    public IReadOnlyList<int> ProcessIds => [.. new[] { _etcd, _server }.OfType<ServerProcess>().Select(process => process.Id)];

    /// <summary>Path of <c>kubectl</c>; may not exist in a folder that somebody else made.</summary>
    public string Kubectl => _binaries["kubectl"];

    /// <summary>Starts both and waits until the API server is ready.</summary>
    /// <param name="binaries">Which ones.</param>
    /// <param name="flags">More flags of the API server.</param>
    /// <exception cref="InvalidOperationException">Not ready within a minute; the message ends with the server's log.</exception>
    public static async Task<ApiServerFixture> StartAsync(ApiServerBinaries binaries, params string[] flags)
    {
        var fixture = new ApiServerFixture(binaries, flags);
        try
        {
            fixture.StartEtcd();
            await fixture.StartServerAsync();
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    /// <summary>A kubeconfig of a user with a client certificate; it may do what is bound to the user and the groups.</summary>
    /// <param name="name">User name.</param>
    /// <param name="groups">Groups.</param>
    /// <returns>Path of the file.</returns>
    public string User(string name, params IEnumerable<string> groups)
    {
        var file = $"user{Interlocked.Increment(ref _users)}";
        _pki.SignUser(file, name, groups);
        var path = Path.Combine(_folder, file + ".kubeconfig");
        File.WriteAllText(path, $$"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: test
              cluster: {server: "{{Address}}", certificate-authority: "{{_pki.PathOf("ca.crt")}}" }
            users:
            - name: test
              user: {client-certificate: "{{_pki.PathOf(file + ".crt")}}", client-key: "{{_pki.PathOf(file + ".key")}}" }
            contexts:
            - name: test
              context: {cluster: test, user: test}
            current-context: test

            """);
        // Helm warns of anything more.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    /// <summary>A kubeconfig that is, for RBAC, the service account.</summary>
    /// <param name="ns">Its namespace.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Path of the file.</returns>
    public string ServiceAccount(string ns, string name) =>
        User($"system:serviceaccount:{ns}:{name}", "system:serviceaccounts", $"system:serviceaccounts:{ns}", "system:authenticated");

    /// <summary>Kills the API server and starts it again on the same address and data.</summary>
    public async Task RestartAsync()
    {
        _server?.Dispose();
        await StartServerAsync();
    }

    /// <summary>Kills the API server; connections break, new ones are refused, until <see cref="RestartAsync"/>.</summary>
    public void StopServer()
    {
        _server?.Dispose();
        _server = null;
    }

    /// <summary>Stops the API server's process without ending it: connections stay and nothing is answered.</summary>
    public void Freeze() => _server!.Signal("STOP");

    /// <summary>Lets a frozen server go on.</summary>
    public void Thaw() => _server!.Signal("CONT");

    /// <summary>Kills etcd; the API server goes on and cannot read or write anything.</summary>
    public void StopEtcd()
    {
        _etcd?.Dispose();
        _etcd = null;
    }

    /// <summary>Starts etcd again on the same data.</summary>
    public void StartEtcd()
    {
        var (client, peer) = ($"http://127.0.0.1:{_etcdPort}", $"http://127.0.0.1:{_etcdPeerPort}");
        _etcd = ServerProcess.Start(
            LogOf("etcd"), _binaries["etcd"],
            [
                $"--data-dir={Path.Combine(_folder, "etcd")}", $"--listen-client-urls={client}", $"--advertise-client-urls={client}",
                $"--listen-peer-urls={peer}", $"--initial-advertise-peer-urls={peer}", $"--initial-cluster=default={peer}",
                "--unsafe-no-fsync",
            ]);
    }

    /// <summary>Ends both and deletes the folder.</summary>
    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _etcd?.Dispose();
        _pki.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartServerAsync()
    {
        _server = ServerProcess.Start(LogOf("apiserver"), _binaries["kube-apiserver"], Flags());
        using var ready = new Readiness(Address, _pki);
        if (!await ready.WaitAsync(TimeSpan.FromMinutes(1)))
            throw new InvalidOperationException(
                "The API server is not ready: " + string.Join('\n', File.ReadLines(LogOf("apiserver")).TakeLast(20)));
    }

    private IEnumerable<string> Flags() =>
    [
        $"--etcd-servers=http://127.0.0.1:{_etcdPort}", "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1",
        $"--secure-port={_port.ToString(CultureInfo.InvariantCulture)}", $"--cert-dir={_folder}",
        $"--tls-cert-file={_pki.PathOf("apiserver.crt")}", $"--tls-private-key-file={_pki.PathOf("apiserver.key")}",
        $"--client-ca-file={_pki.PathOf("ca.crt")}", "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        $"--service-account-key-file={_pki.PathOf("sa.pub")}", $"--service-account-signing-key-file={_pki.PathOf("sa.key")}",
        "--service-cluster-ip-range=10.0.0.0/24", "--endpoint-reconciler-type=none", "--authorization-mode=RBAC",
        "--disable-admission-plugins=ServiceAccount", .. _more,
    ];

    private string LogOf(string name) => Path.Combine(_folder, name + ".log");
}
