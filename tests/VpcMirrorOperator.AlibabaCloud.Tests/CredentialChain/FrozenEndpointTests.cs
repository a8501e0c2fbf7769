using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.AlibabaCloud.CredentialChain;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain;

/// <summary>A place of keys that takes connections and never answers; real sockets, virtual time.</summary>
public sealed class FrozenEndpointTests : IDisposable
{
    private readonly FakeTimeProvider _time = TestClient.Time();
    private readonly RawServer _server = new();
    private readonly RecordedLog _log = new();
    private readonly HttpMessageInvoker _http = new(RpcClient.CreateHandler());
    private readonly DefaultCredentialsChain _chain;

    public FrozenEndpointTests() => _chain = new DefaultCredentialsChain(new CredentialsEnvironment
    {
        Variable = name => name switch
        {
            "ALIBABA_CLOUD_CREDENTIALS_URI" => $"http://127.0.0.1:{_server.Port}/keys",
            "ALIBABA_CLOUD_ECS_METADATA_DISABLED" => "true",
            _ => null,
        },
        ReadFile = _ => null,
        Http = _http,
        Time = _time,
        Nonces = new CountingNonces(),
        Logger = _log,
    });

    public void Dispose()
    {
        _http.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task It_is_waited_for_once_and_then_everybody_is_told_at_once()
    {
        var callers = Enumerable.Range(0, 20).Select(_ => GetAsync()).ToList();
        using (var connection = await _server.AcceptAsync())
        {
            await RawServer.ReadRequestAsync(connection);
            _time.Advance(TimeSpan.FromSeconds(5));
            foreach (var caller in callers)
                Assert.Equal(ClientErrorCodes.Timeout, (await Assert.ThrowsAsync<CloudException>(() => caller)).Code);
        }

        // Time stands still: whoever waited for the server now would wait for ever.
        var told = await Assert.ThrowsAsync<CloudException>(GetAsync);
        Assert.Equal((ClientErrorCodes.Timeout, TimeSpan.FromSeconds(1)), (told.Code, told.RetryAfter));
        _time.Advance(TimeSpan.FromSeconds(1));
        var again = GetAsync();
        await AnswerAsync("2");
        Assert.Equal("2", await again);
    }

    [Fact]
    public async Task Valid_keys_serve_on_while_it_does_not_answer()
    {
        var first = GetAsync();
        await AnswerAsync("1");
        Assert.Equal("1", await first);

        _time.Advance(TimeSpan.FromMinutes(50));
        for (var i = 0; i < 20; i++) Assert.Equal("1", await GetAsync());
        using (var connection = await _server.AcceptAsync())
        {
            await RawServer.ReadRequestAsync(connection);
            for (var i = 0; i < 20; i++) Assert.Equal("1", await GetAsync());
            _time.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal("1", await GetAsync());
        }

        while (!HasFailed()) await Task.Yield();
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("1", await GetAsync());
        await AnswerAsync("2");
        while (await GetAsync() == "1") await Task.Yield();
        Assert.Equal("2", await GetAsync());
    }

    /// <summary>Written by another thread: the first line says where keys come from, the second that they could not be renewed.</summary>
    private bool HasFailed() => _log.Lines.Count > 1;

    private async Task<string> GetAsync() => (await _chain.GetAsync(TestContext.Current.CancellationToken)).AccessKeyId;

    private async Task AnswerAsync(string id)
    {
        var end = _time.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var keys = $$"""{"Code":"Success","AccessKeyId":"{{id}}","AccessKeySecret":"S","SecurityToken":"T","Expiration":"{{end}}"}""";
        using var connection = await _server.AcceptAsync();
        await RawServer.ReadRequestAsync(connection);
        var answer = $"HTTP/1.1 200 OK\r\nContent-Length: {keys.Length}\r\nConnection: close\r\n\r\n{keys}";
        await connection.SendAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        connection.Shutdown(SocketShutdown.Send);
    }
}
