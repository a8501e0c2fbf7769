using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using VpcMirrorOperator.Hosting.Serving;

namespace VpcMirrorOperator.Core.Tests.Hosting.Serving;

public class HttpEndpointTests
{
    private static readonly Dictionary<string, RequestDelegate> Routes = new()
    {
        ["/page"] = context => context.Response.WriteAsync("page"),
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_a_GET_of_a_known_path_is_answered(bool secure)
    {
        await using var endpoint = await StartAsync(secure);
        Assert.Equal(secure ? "https" : "http", endpoint.Address.Scheme);
        using var client = Client();
        Assert.Equal("page", await client.GetStringAsync(new Uri(endpoint.Address, "/page"), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, HttpMethod.Get, new Uri(endpoint.Address, "/other")));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(client, HttpMethod.Post, new Uri(endpoint.Address, "/page")));
    }

    [Fact]
    public async Task There_is_no_HTTP_2_to_be_flooded_by()
    {
        await using var endpoint = await StartAsync(secure: true);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, endpoint.Address.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(
            Trusting(SslApplicationProtocol.Http2, SslApplicationProtocol.Http11), TestContext.Current.CancellationToken);
        Assert.Equal(SslApplicationProtocol.Http11, tls.NegotiatedApplicationProtocol);
    }

    [Fact]
    public async Task Plain_text_gets_no_page_from_a_port_with_TLS()
    {
        await using var endpoint = await StartAsync(secure: true);
        using var client = new HttpClient();
        var plain = new UriBuilder(new Uri(endpoint.Address, "/page")) { Scheme = "http" }.Uri;
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(plain, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_refused()
    {
        await using var endpoint = await StartAsync(secure: false);
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint.Address, "/page"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + new string('a', HttpEndpoint.MostHeaderBytes));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed()
    {
        await using var endpoint = await StartAsync(secure: false);
        var held = new List<TcpClient>();
        try
        {
            for (var i = 0; i < HttpEndpoint.MostConnections; i++)
            {
                held.Add(new TcpClient());
                await held[i].ConnectAsync(IPAddress.Loopback, endpoint.Address.Port, TestContext.Current.CancellationToken);
                // Counted once it is answered.
                Assert.StartsWith("HTTP/1.1 200", await AskAsync(held[i]), StringComparison.Ordinal);
            }

            using var client = Client();
            await Assert.ThrowsAsync<HttpRequestException>(
                () => client.GetStringAsync(new Uri(endpoint.Address, "/page"), TestContext.Current.CancellationToken));
        }
        finally
        {
            foreach (var connection in held) connection.Dispose();
        }
    }

    private static async Task<string> AskAsync(TcpClient connection)
    {
        var stream = connection.GetStream();
        await stream.WriteAsync("GET /page HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        var buffer = new byte[1024];
        var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    private static Task<HttpEndpoint> StartAsync(bool secure)
    {
        var certificate = secure ? SelfSignedCertificate.Create(TimeProvider.System) : null;
        return HttpEndpoint.StartAsync(
            IPAddress.Loopback, 0, certificate is null ? null : () => certificate, Routes, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, Uri address)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static HttpClient Client() => new(new SocketsHttpHandler { SslOptions = Trusting() });

    private static SslClientAuthenticationOptions Trusting(params List<SslApplicationProtocol> protocols) => new()
    {
        TargetHost = "localhost",
        ApplicationProtocols = protocols.Count == 0 ? null : protocols,
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2,
    };
}
