using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VpcMirrorOperator.ApiServer;

/// <summary>
/// etcd and a kube-apiserver on free loopback ports, with RBAC, in a folder of their own. There is no controller manager: nothing
/// but the tests acts on what is stored.
/// </summary>
public sealed class ApiServerFixture : IAsyncDisposable
{
    private readonly ApiServerBinaries binaries;
    private readonly string[] more;
    private readonly string folder = Directory.CreateTempSubdirectory("vpc-mirror-apiserver-").FullName;
    private readonly TestPki pki;
    private readonly int etcdPort = FreePort();
    private readonly int etcdPeerPort = FreePort();
    private readonly int port = FreePort();
    private ServerProcess? etcd;
    private ServerProcess? server;
    private int users;

    private ApiServerFixture(ApiServerBinaries binaries, string[] more)
    {
        (this.binaries, this.more) = (binaries, more);
        pki = new TestPki(folder);
        AdminKubeconfig = User("admin", "system:masters");
    }

    /// <summary>Address of etcd, plain HTTP.</summary>
    public Uri EtcdAddress => new($"http://127.0.0.1:{etcdPort}");

    /// <summary>Address of the API server.</summary>
    public Uri Address => new($"https://127.0.0.1:{port}");

    /// <summary>A kubeconfig that may do everything.</summary>
    public string AdminKubeconfig { get; }

    /// <summary>Path of <c>kubectl</c>; may not exist in a folder that somebody else made.</summary>
    public string Kubectl => binaries["kubectl"];

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
        var file = $"user{Interlocked.Increment(ref users)}";
        pki.SignUser(file, name, groups);
        var path = Path.Combine(folder, file + ".kubeconfig");
        File.WriteAllText(path, $$"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: test
              cluster: {server: "{{Address}}", certificate-authority: "{{pki.PathOf("ca.crt")}}" }
            users:
            - name: test
              user: {client-certificate: "{{pki.PathOf(file + ".crt")}}", client-key: "{{pki.PathOf(file + ".key")}}" }
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
        server?.Dispose();
        await StartServerAsync();
    }

    /// <summary>Kills the API server; connections break, new ones are refused, until <see cref="RestartAsync"/>.</summary>
    public void StopServer()
    {
        server?.Dispose();
        server = null;
    }

    /// <summary>Stops the API server's process without ending it: connections stay and nothing is answered.</summary>
    public void Freeze() => server!.Signal("STOP");

    /// <summary>Lets a frozen server go on.</summary>
    public void Thaw() => server!.Signal("CONT");

    /// <summary>Kills etcd; the API server goes on and cannot read or write anything.</summary>
    public void StopEtcd()
    {
        etcd?.Dispose();
        etcd = null;
    }

    /// <summary>Starts etcd again on the same data.</summary>
    public void StartEtcd()
    {
        var (client, peer) = ($"http://127.0.0.1:{etcdPort}", $"http://127.0.0.1:{etcdPeerPort}");
        etcd = ServerProcess.Start(
            LogOf("etcd"), binaries["etcd"],
            [
                $"--data-dir={Path.Combine(folder, "etcd")}", $"--listen-client-urls={client}", $"--advertise-client-urls={client}",
                $"--listen-peer-urls={peer}", $"--initial-advertise-peer-urls={peer}", $"--initial-cluster=default={peer}", "--unsafe-no-fsync",
            ]);
    }

    /// <summary>Ends both and deletes the folder.</summary>
    public ValueTask DisposeAsync()
    {
        server?.Dispose();
        etcd?.Dispose();
        pki.Dispose();
        Directory.Delete(folder, recursive: true);
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
        server = ServerProcess.Start(LogOf("apiserver"), binaries["kube-apiserver"], Flags());
        using var ready = new Readiness(Address, pki);
        if (!await ready.WaitAsync(TimeSpan.FromMinutes(1)))
            throw new InvalidOperationException("The API server is not ready: " + string.Join('\n', File.ReadLines(LogOf("apiserver")).TakeLast(20)));
    }

    private IEnumerable<string> Flags() =>
    [
        $"--etcd-servers=http://127.0.0.1:{etcdPort}", "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1",
        $"--secure-port={port.ToString(CultureInfo.InvariantCulture)}", $"--cert-dir={folder}",
        $"--tls-cert-file={pki.PathOf("apiserver.crt")}", $"--tls-private-key-file={pki.PathOf("apiserver.key")}",
        $"--client-ca-file={pki.PathOf("ca.crt")}", "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        $"--service-account-key-file={pki.PathOf("sa.pub")}", $"--service-account-signing-key-file={pki.PathOf("sa.key")}",
        "--service-cluster-ip-range=10.0.0.0/24", "--endpoint-reconciler-type=none", "--authorization-mode=RBAC",
        "--disable-admission-plugins=ServiceAccount", .. more,
    ];

    private string LogOf(string name) => Path.Combine(folder, name + ".log");
}
