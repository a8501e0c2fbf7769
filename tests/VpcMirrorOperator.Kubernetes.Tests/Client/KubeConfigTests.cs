using System.Net;
using System.Net.Sockets;
using System.Text;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

public sealed class KubeConfigTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public KubeConfigTests() => _listener.Start();

    public void Dispose()
    {
        _listener.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_token_of_the_kubeconfig_is_sent() =>
        Assert.Contains("Authorization: Bearer t0ken\r\n", await RequestAsync("token: t0ken"), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_of_an_exec_plugin_is_sent()
    {
        var plugin = Path.Combine(_folder, "plugin");
        File.WriteAllText(plugin, """
            #!/bin/sh
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"from-plugin"}}'

            """);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var request = await RequestAsync($"exec: {{apiVersion: client.authentication.k8s.io/v1, command: {plugin}}}");
        Assert.Contains("Authorization: Bearer from-plugin\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public void The_namespace_of_the_context_is_known()
    {
        using var connection = KubeConfig.Load(Write("token: x"));
        Assert.Equal("team", connection.Namespace);
    }

    [Theory]
    [InlineData("empty", "good")]
    [InlineData("good", "missing", "empty")]
    [InlineData("", "good")]
    public void Of_a_list_of_files_some_may_be_missing_or_empty(params string[] names)
    {
        using var connection = KubeConfig.Load(null, null, Listed(names), new KubeConnectionOptions());
        Assert.Equal("team", connection.Namespace);
    }

    [Theory]
    [InlineData("empty", "missing")]
    [InlineData("binary", "empty")]
    public void A_list_of_files_that_cannot_be_used_is_named(params string[] names)
    {
        var error = Assert.Throws<InvalidDataException>(() => KubeConfig.Load(null, null, Listed(names), new KubeConnectionOptions()));
        Assert.Contains(_folder, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("not: [yaml", null)]
    [InlineData(null, "another")]
    public void A_kubeconfig_that_cannot_be_used_is_named(string? content, string? context)
    {
        var path = Write("token: x");
        if (content is not null) File.WriteAllText(path, content);
        var error = Assert.Throws<InvalidDataException>(() => KubeConfig.Load(path, context));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kubeconfig_that_is_not_there_is_named()
    {
        var path = Path.Combine(_folder, "absent");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => KubeConfig.Load(path)).Message, StringComparison.Ordinal);
    }

    /// <summary>What one call sends, read off the wire.</summary>
    private async Task<string> RequestAsync(string user)
    {
        using var connection = KubeConfig.Load(Write(user));
        var client = new KubeClient(
            connection.Http, connection.Address, "tester", TimeProvider.System, new Random(1));
        var cancellationToken = TestContext.Current.CancellationToken;
        var call = client.GetAsync(Widget.Path.Of(new ObjectKey("ns", "a")), WidgetJson.Default.Widget, cancellationToken);
        using var socket = await _listener.AcceptSocketAsync(cancellationToken);
        var buffer = new byte[4096];
        var request = Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, cancellationToken));
        await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), cancellationToken);
        await call;
        return request;
    }

    /// <summary>A value of KUBECONFIG.</summary>
    private string Listed(IEnumerable<string> names)
    {
        File.WriteAllText(Path.Join(_folder, "empty"), "");
        File.WriteAllBytes(Path.Join(_folder, "binary"), [0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01, 0xFF, 0x7B, 0x0A, 0x00]);
        File.Move(Write("token: x"), Path.Join(_folder, "good"));
        return string.Join(Path.PathSeparator, names.Select(name => name.Length == 0 ? "" : Path.Join(_folder, name)));
    }

    private string Write(string user)
    {
        var path = Path.Combine(_folder, "config");
        File.WriteAllText(path, $$"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: c
              cluster: { server: "http://{{_listener.LocalEndpoint}}" }
            users:
            - name: u
              user:
                {{user}}
            contexts:
            - name: x
              context: { cluster: c, user: u, namespace: team }
            current-context: x

            """);
        return path;
    }
}
