using System.Globalization;
using System.Net;

namespace VpcMirrorOperator.Emulator.Tests.Hosting;

public class HostTests
{
    /// <summary>Milliseconds after which a test that hangs is given up; none asserts on it.</summary>
    private const int HangGuard = 60_000;

    [Fact(Timeout = HangGuard)]
    public async Task The_host_serves_API_and_control_API_on_loopback()
    {
        var stage = new Stage();
        await using var host = await EmulatorHost.StartAsync(stage.Emulator, 0, TestContext.Current.CancellationToken);
        Assert.True(host.Address.IsLoopback);
        Assert.NotEqual(0, host.Address.Port);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var reply = await client.SendAsync(ListMessage(stage), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var body = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("tms-b", body, StringComparison.Ordinal);
        var state = await client.GetStringAsync(new Uri("/_emulator/state", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("ListTrafficMirrorSessions", state, StringComparison.Ordinal);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_dropped_connection_is_an_error_of_the_transport()
    {
        var stage = new Stage();
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.DropAfterEffect });
        await using var host = await EmulatorHost.StartAsync(stage.Emulator, 0, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(ListMessage(stage), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_reply_is_held_back_on_the_emulator_s_clock()
    {
        var stage = new Stage("replyDelay: 1h");
        await using var host = await EmulatorHost.StartAsync(stage.Emulator, 0, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        var reply = client.SendAsync(ListMessage(stage), TestContext.Current.CancellationToken);
        while (stage.Emulator.Snapshot().Calls.Count == 0) await Task.Yield();
        Assert.False(reply.IsCompleted);
        while (!reply.IsCompleted)
        {
            stage.Time.Advance(TimeSpan.FromHours(1)); // again, if the host had not begun to wait
            var delay = Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
            await Task.WhenAny(reply, delay);
        }

        using var done = await reply;
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_taken_port_is_told_and_a_disposed_host_frees_it()
    {
        var emulator = new Stage().Emulator;
        var host = await EmulatorHost.StartAsync(emulator, 0, TestContext.Current.CancellationToken);
        var port = host.Address.Port;
        await Assert.ThrowsAnyAsync<IOException>(() => EmulatorHost.StartAsync(emulator, port, TestContext.Current.CancellationToken));
        await host.DisposeAsync();
        await using var again = await EmulatorHost.StartAsync(emulator, host.Address.Port, TestContext.Current.CancellationToken);
        Assert.Equal(host.Address, again.Address);
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("127.0.0.1:{0}", null, 200)]
    [InlineData("LOCALHOST:{0}", "http://localhost:{0}", 200)]
    [InlineData("[::1]:{0}", "http://[::1]:{0}", 200)]
    [InlineData("rebound.example.com:{0}", null, 403)]
    [InlineData("127.0.0.1", null, 403)]
    [InlineData("127.0.0.1:1", null, 403)]
    [InlineData("127.0.0.1.example.com:{0}", null, 403)]
    [InlineData("localhost:{0}", "http://example.com", 403)]
    [InlineData("localhost:{0}", "http://localhost:1", 403)]
    [InlineData("localhost:{0}", "https://localhost:{0}", 403)]
    [InlineData("localhost:{0}", "null", 403)]
    public async Task The_control_API_is_not_for_web_pages(string host, string? origin, int status)
    {
        var stage = new Stage();
        await using var server = await EmulatorHost.StartAsync(stage.Emulator, 0, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var message = new HttpRequestMessage(HttpMethod.Delete, new Uri("/_emulator/faults", UriKind.Relative));
        message.Headers.Host = host.Replace("{0}", Port(server), StringComparison.Ordinal);
        if (origin is not null) message.Headers.Add("Origin", origin.Replace("{0}", Port(server), StringComparison.Ordinal));
        stage.Emulator.Faults.Add(new() { Kind = FaultKind.DropAfterEffect });

        using var reply = await client.SendAsync(message, TestContext.Current.CancellationToken);

        Assert.Equal((status, status == 403 ? 1 : 0), ((int)reply.StatusCode, stage.Emulator.Faults.Rules.Count));
    }

    [Theory(Timeout = HangGuard)]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://example.com", HttpStatusCode.Forbidden)]
    public async Task The_API_may_be_called_by_any_name_but_not_by_a_web_page(string? origin, HttpStatusCode status)
    {
        var stage = new Stage();
        await using var host = await EmulatorHost.StartAsync(stage.Emulator, 0, TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var message = ListMessage(stage);
        if (origin is not null) message.Headers.Add("Origin", origin);
        using var reply = await client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.Equal(status, reply.StatusCode);
    }

    private static string Port(EmulatorHost host) => host.Address.Port.ToString(CultureInfo.InvariantCulture);

    private static HttpRequestMessage ListMessage(Stage stage)
    {
        var signed = Caller.Main.Sign("ListTrafficMirrorSessions", stage.Time.GetUtcNow(), stage.Nonce(), [("RegionId", Stage.Region)]);
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(signed.Target, UriKind.Relative));
        foreach (var (name, value) in signed.Headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
