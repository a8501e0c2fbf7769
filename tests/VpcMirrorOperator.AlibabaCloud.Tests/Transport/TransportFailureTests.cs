using System.Net.Sockets;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Transport;

/// <summary>The production handler against a real socket on loopback.</summary>
public sealed class TransportFailureTests : IDisposable
{
    private readonly HttpMessageHandler _handler = RpcClient.CreateHandler();
    private readonly RawServer _server = new();

    public void Dispose()
    {
        _server.Dispose();
        _handler.Dispose();
    }

    [Fact]
    public async Task A_whole_exchange_works_over_a_real_socket()
    {
        var serving = _server.AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n{\"RequestId\":\"R\"}");
        var response = await SendAsync($"http://127.0.0.1:{_server.Port}");
        var request = await serving;

        Assert.Equal("R", response.RequestId);
        Assert.StartsWith("POST /?RegionId=cn-hongkong HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"Host: 127.0.0.1:{_server.Port}\r\n", request, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Length: 0\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Type", request, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Authorization: ACS3-HMAC-SHA256 Credential=LTAI5tFake,SignedHeaders=host;", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Request")]
    public async Task A_connection_dropped_after_sending_leaves_the_outcome_open(string partOfAnswer)
    {
        var serving = _server.AnswerAsync(partOfAnswer);
        var error = await FailAsync($"http://127.0.0.1:{_server.Port}");
        await serving;

        Assert.Equal((ClientErrorCodes.ConnectionLost, true), (error.Code, error.OutcomeUnknown));
    }

    [Fact]
    public async Task A_connection_reset_after_sending_leaves_the_outcome_open()
    {
        var sending = FailAsync($"http://127.0.0.1:{_server.Port}");
        using (var connection = await _server.AcceptAsync())
        {
            await RawServer.ReadRequestAsync(connection);
            connection.LingerState = new(true, 0);
        }
        var error = await sending;

        Assert.Equal((ClientErrorCodes.ConnectionLost, true), (error.Code, error.OutcomeUnknown));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_since_it_would_carry_the_token_elsewhere()
    {
        var serving = _server.AnswerAsync($"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:{_server.Port}/\r\nContent-Length: 0\r\n\r\n");
        var error = await FailAsync($"http://127.0.0.1:{_server.Port}");
        await serving;

        Assert.Equal((ClientErrorCodes.UnreadableReply, 307, false), (error.Code, error.HttpStatus, error.OutcomeUnknown));
    }

    [Fact]
    public async Task A_refused_connection_sent_nothing()
    {
        var port = _server.Port;
        _server.Dispose();
        var error = await FailAsync($"http://127.0.0.1:{port}");
        Assert.Equal((ClientErrorCodes.ConnectionFailed, false), (error.Code, error.OutcomeUnknown));
    }

    [Fact]
    public async Task Speaking_tls_to_a_plain_port_sent_nothing()
    {
        var serving = _server.AnswerAsync("HTTP/1.1 400 Bad Request\r\n\r\n", readRequest: false);
        var error = await FailAsync($"https://127.0.0.1:{_server.Port}");
        await serving;
        Assert.Equal((ClientErrorCodes.TlsFailure, false), (error.Code, error.OutcomeUnknown));
    }

    [Fact]
    public async Task A_silent_server_ends_at_the_limit_of_the_attempt()
    {
        var time = TestClient.Time();
        var sending = FailAsync($"http://127.0.0.1:{_server.Port}", time);
        using var connection = await _server.AcceptAsync();
        await RawServer.ReadRequestAsync(connection);
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        var error = await sending;

        Assert.Equal((ClientErrorCodes.Timeout, true), (error.Code, error.OutcomeUnknown));
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        var sending = SendAsync($"http://127.0.0.1:{_server.Port}", null, cancel.Token);
        using var connection = await _server.AcceptAsync();
        await cancel.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(cancel.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_sent_nothing()
    {
        using var handler = new ThrowingHandler(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        var error = await FailAsync("https://vpc.invalid", handler: handler);
        Assert.Equal((ClientErrorCodes.ConnectionFailed, false), (error.Code, error.OutcomeUnknown));
    }

    [Fact]
    public async Task An_unnamed_failure_of_the_way_leaves_the_outcome_open()
    {
        using var handler = new ThrowingHandler(new IOException("broken pipe", new SocketException((int)SocketError.ConnectionReset)));
        var error = await FailAsync("https://vpc.invalid", handler: handler);
        Assert.Equal((ClientErrorCodes.ConnectionLost, true), (error.Code, error.OutcomeUnknown));
    }

    private Task<CloudException> FailAsync(string endpoint, TimeProvider? time = null, HttpMessageHandler? handler = null) =>
        Assert.ThrowsAsync<CloudException>(() => SendAsync(endpoint, time, handler: handler));

    private Task<ListTrafficMirrorSessionsResponse> SendAsync(
        string endpoint, TimeProvider? time = null, CancellationToken? cancellationToken = null, HttpMessageHandler? handler = null)
    {
        var client = new RpcClient(
            new HttpMessageInvoker(handler ?? _handler, disposeHandler: false),
            new StaticCredentialsProvider("LTAI5tFake", "FakeSecret"),
            new() { Endpoints = TestClient.At(endpoint) },
            time ?? TimeProvider.System,
            new CountingNonces());
        return client.SendAsync(
            new ListTrafficMirrorSessionsRequest { RegionId = "cn-hongkong" }, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    private sealed class ThrowingHandler(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(failure);
    }
}
