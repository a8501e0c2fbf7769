using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Moq;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Transport;

/// <summary>A process that was frozen sends nothing afterwards: the production handler on real sockets, with a clock that jumps.</summary>
public sealed class SendDeadlineHandlerTests : IDisposable
{
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{\"RequestId\":\"R\"}";
    private static readonly TimeSpan Freeze = TimeSpan.FromSeconds(29);

    private readonly JumpingTime _time = new();
    private readonly RawServer _server = new();
    private readonly SocketsHttpHandler _sockets = ProductionHandler.CreateSockets();
    private readonly List<IDisposable> _owned = [];
    private Action _connected = () => { };
    private int _connections;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _owned.ForEach(o => o.Dispose());
        _sockets.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_freeze_while_connecting_sends_no_byte()
    {
        _connected = () => _time.Jump(Freeze);
        var sending = FailAsync(Client(), new(_time, TimeSpan.FromSeconds(20)));

        Assert.Equal("", await ReceivedAsync());
        AssertNotSent(await sending);
    }

    [Fact]
    public async Task A_freeze_while_connecting_sends_no_byte_even_without_a_deadline_of_the_caller()
    {
        _connected = () => _time.Jump(Freeze);
        var sending = FailAsync(Client(), null);

        Assert.Equal("", await ReceivedAsync());
        AssertNotSent(await sending);
    }

    [Fact]
    public async Task A_freeze_after_connecting_sends_no_byte()
    {
        using var certificate = TestCertificate.Create();
        _sockets.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) =>
        {
            _time.Jump(Freeze); // In the handshake, so after the check that follows connecting.
            return certificate.Equals(presented);
        };
        var sending = FailAsync(Client("https"), new(_time, TimeSpan.FromSeconds(20)));

        using var connection = await _server.AcceptAsync();
        await using var tls = new SslStream(new NetworkStream(connection));
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, Ending);
        Assert.Equal("", await ReceivedAsync(tls));
        AssertNotSent(await sending);
        Assert.Equal(1, _connections);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_freeze_before_writing_to_a_pooled_connection_sends_no_byte(string scheme)
    {
        using var certificate = TestCertificate.Create();
        _sockets.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => certificate.Equals(presented);
        var nonces = new Mock<INonceSource>();
        nonces.Setup(source => source.Create()).Returns("first");
        var client = Client(scheme, nonces.Object);
        var first = SendAsync(client, new(_time, TimeSpan.FromSeconds(20)));
        using var connection = await _server.AcceptAsync();
        await using var stream = await ServerStreamAsync(connection, scheme, certificate);
        await AnswerAsync(stream);
        await first;

        // While signing: after every check of the client itself.
        nonces.Setup(source => source.Create()).Callback(() => _time.Jump(Freeze)).Returns("nonce");
        var second = FailAsync(client, new(_time, TimeSpan.FromSeconds(20)));

        Assert.Equal("", await ReceivedAsync(stream));
        AssertNotSent(await second);
        Assert.Equal(1, _connections); // Not repeated on another connection either.
    }

    [Fact]
    public async Task A_deadline_does_not_outlive_its_request()
    {
        var client = Client();
        using var connection = await AcceptDuringAsync(SendAsync(client, new(_time, TimeSpan.FromSeconds(5))));
        _time.Jump(Freeze);

        var second = SendAsync(client, null);
        await using var stream = new NetworkStream(connection);
        await AnswerAsync(stream);
        Assert.Equal("R", (await second).RequestId);
        Assert.Equal(1, _connections);
    }

    [Fact]
    public async Task A_refused_request_leaves_the_client_usable()
    {
        _connected = () => _time.Jump(Freeze);
        var client = Client();
        var refused = FailAsync(client, null);
        Assert.Equal("", await ReceivedAsync());
        await refused;
        _connected = () => { };

        using var connection = await AcceptDuringAsync(SendAsync(client, new(_time, TimeSpan.FromSeconds(5))));
        Assert.Equal(2, _connections);
    }

    private static void AssertNotSent(CloudException error) => Assert.Equal(
        (ClientErrorCodes.DeadlinePassed, false), (error.Code, error.OutcomeUnknown));

    private async Task<Socket> AcceptDuringAsync(Task exchange)
    {
        var connection = await _server.AcceptAsync();
        await using var stream = new NetworkStream(connection);
        await AnswerAsync(stream);
        await exchange;
        return connection;
    }

    private static async Task<Stream> ServerStreamAsync(
        Socket connection, string scheme, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
    {
        var plain = new NetworkStream(connection);
        if (scheme == "http") return plain;
        var tls = new SslStream(plain);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, Ending);
        return tls;
    }

    private static async Task AnswerAsync(Stream stream)
    {
        await RawServer.ReadRequestAsync(stream);
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(Answer), Ending);
    }

    private async Task<string> ReceivedAsync()
    {
        using var connection = await _server.AcceptAsync();
        await using var stream = new NetworkStream(connection);
        return await ReceivedAsync(stream);
    }

    /// <summary>What comes next; empty when the client closes the connection without having sent anything.</summary>
    private static async Task<string> ReceivedAsync(Stream stream)
    {
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, Ending);
        return System.Text.Encoding.ASCII.GetString(buffer, 0, read);
    }

    private static Task<CloudException> FailAsync(RpcClient client, SendDeadline? deadline) =>
        Assert.ThrowsAsync<CloudException>(() => SendAsync(client, deadline));

    private static Task<ListTrafficMirrorSessionsResponse> SendAsync(RpcClient client, SendDeadline? deadline) =>
        client.SendAsync(new ListTrafficMirrorSessionsRequest { RegionId = "cn-hongkong" }, deadline, Ending);

    private RpcClient Client(string scheme = "http", INonceSource? nonces = null)
    {
        var handler = new SendDeadlineHandler(_sockets, ConnectAsync);
        _owned.Add(handler);
        return new(
            new HttpMessageInvoker(handler, disposeHandler: false),
            new StaticCredentialsProvider("LTAI5tFake", "FakeSecret"),
            new() { Endpoints = TestClient.At($"{scheme}://127.0.0.1:{_server.Port}") },
            _time,
            nonces ?? new CountingNonces());
    }

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint address, CancellationToken cancellationToken)
    {
        var stream = await TcpConnection.OpenAsync(address, cancellationToken);
        Interlocked.Increment(ref _connections);
        _connected();
        return stream;
    }
}
