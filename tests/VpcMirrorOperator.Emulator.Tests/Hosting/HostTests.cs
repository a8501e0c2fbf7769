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

    private static HttpRequestMessage ListMessage(Stage stage)
    {
        var signed = Caller.Main.Sign("ListTrafficMirrorSessions", stage.Time.GetUtcNow(), stage.Nonce(), [("RegionId", Stage.Region)]);
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(signed.Target, UriKind.Relative));
        foreach (var (name, value) in signed.Headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
