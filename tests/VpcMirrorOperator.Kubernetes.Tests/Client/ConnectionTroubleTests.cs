using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>Certificates, names and ports that do not fit are told in words of this product. The servers are real, on loopback.</summary>
public sealed class ConnectionTroubleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vpc-mirror-tls-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("127.0.0.1", 1, true, null)]
    [InlineData("127.0.0.1", 1, false, "certificate-authority")]
    [InlineData("127.0.0.1", -1, true, "expired")]
    [InlineData("10.0.0.1", 1, true, "tls-server-name")]
    public async Task A_refused_certificate_is_told_with_its_remedy(string address, int endsInDays, bool trusted, string? told)
    {
        using var certificate = Certificate(address, endsInDays);
        using var other = Certificate(address, endsInDays);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, certificate);
        var error = await Fails(((IPEndPoint)listener.LocalEndpoint).Port, trusted ? certificate : other);
        await serving;
        if (told is null) Assert.DoesNotContain("certificate", error, StringComparison.Ordinal);
        else Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.DoesNotContain("RemoteCertificate", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_with_its_remedy()
    {
        using var certificate = Certificate("127.0.0.1", 1);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Contains("Check that the API server runs", await Fails(port, certificate), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_authority_file_is_named_without_words_of_the_library()
    {
        var error = Assert.Throws<InvalidDataException>(() => KubeConfig.Load(Config(443, "missing.crt")).Dispose()).Message;
        Assert.Contains(Path.Join(_folder, "config"), error, StringComparison.Ordinal);
        Assert.Contains("certificate-authority", error, StringComparison.Ordinal);
        Assert.DoesNotContain("error:", error, StringComparison.Ordinal);
    }

    private async Task<string> Fails(int port, X509Certificate2 authority)
    {
        await File.WriteAllTextAsync(Path.Join(_folder, "ca.crt"), authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        using var connection = KubeConfig.Load(Config(port, "ca.crt"));
        var client = new RequestPipeline(connection.Http, connection.Address, "test", TimeProvider.System, new Random(1), null);
        return (await Assert.ThrowsAsync<KubeApiException>(
            () => client.ProbeAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken))).Message;
    }

    private string Config(int port, string authority)
    {
        var path = Path.Join(_folder, "config");
        File.WriteAllText(path, $$$"""
            apiVersion: v1
            kind: Config
            current-context: a
            clusters:
            - name: c
              cluster: {server: "https://127.0.0.1:{{{port}}}", certificate-authority: "{{{Path.Join(_folder, authority)}}}" }
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users: [{name: u, user: {token: "secret"}}]
            """);
        return path;
    }

    /// <summary>One connection, closed after the handshake.</summary>
    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client does not like it: that is what is tested.
        }

        listener.Stop();
    }

    private static X509Certificate2 Certificate(string address, int endsInDays)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-3), now.AddDays(endsInDays));
    }
}
