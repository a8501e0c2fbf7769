using VpcMirrorOperator.AlibabaCloud.Ecs;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.RateLimiting;

public class RateBudgetTests
{
    private const string Add = "AddSourcesToTrafficMirrorSession";

    [Fact]
    public async Task The_eleventh_write_waits_for_its_turn()
    {
        var time = TestClient.Time();
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(200, "{}"));
        var client = TestClient.Create(handler, time);
        for (var i = 0; i < 10; i++) await SendAsync(client);

        Assert.Equal(TimeSpan.FromSeconds(1), client.Budget.DelayFor("cn-hongkong", Add));
        var eleventh = SendAsync(client);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(10, handler.Requests.Count);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await eleventh;
        Assert.Equal(11, handler.Requests.Count);
    }

    [Fact]
    public async Task No_minute_has_more_than_sixty_calls_of_ECS()
    {
        var time = TestClient.Time();
        var sent = new List<DateTimeOffset>();
        var client = TestClient.Create(
            new ScriptedHandler(_ =>
            {
                sent.Add(time.GetUtcNow());
                return ScriptedHandler.Reply(200, "{}");
            }),
            time);
        IRpcRequest<DescribeNetworkInterfacesResponse> request = new DescribeNetworkInterfacesRequest { RegionId = "cn-hongkong" };
        var calls = Enumerable.Range(0, 200).Select(_ => client.SendAsync(request, TestContext.Current.CancellationToken)).ToArray();
        for (var i = 0; i < 300; i++) time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(calls);

        Assert.Equal(200, sent.Count);
        Assert.All(sent, start => Assert.InRange(sent.Count(at => at >= start && at < start.AddMinutes(1)), 1, 60));
        Assert.Equal(10, sent.Count(at => at == sent[0]));
    }

    [Fact]
    public async Task Regions_have_budgets_of_their_own()
    {
        var client = TestClient.Create(new ScriptedHandler(_ => ScriptedHandler.Reply(200, "{}")));
        for (var i = 0; i < 10; i++) await SendAsync(client);

        Assert.NotEqual(TimeSpan.Zero, client.Budget.DelayFor("cn-hongkong", Add));
        Assert.Equal(TimeSpan.Zero, client.Budget.DelayFor("cn-beijing", Add));
    }

    [Fact]
    public async Task A_cancelled_caller_gives_its_turn_back()
    {
        var time = TestClient.Time();
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(200, "{}"));
        var client = TestClient.Create(handler, time);
        for (var i = 0; i < 10; i++) await SendAsync(client);
        using var cancel = new CancellationTokenSource();

        var waiting = SendAsync(client, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(10, handler.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(1), client.Budget.DelayFor("cn-hongkong", Add));
    }

    [Fact]
    public async Task A_pause_asked_for_holds_back_a_call_that_was_already_waiting()
    {
        var time = TestClient.Time();
        var throttle = new TaskCompletionSource<HttpResponseMessage>();
        ScriptedHandler? handler = null;
        handler = new ScriptedHandler((_, _) =>
            handler!.Requests.Count == 10 ? throttle.Task : Task.FromResult(ScriptedHandler.Reply(200, "{}")));
        var client = TestClient.Create(handler, time);
        for (var i = 0; i < 9; i++) await SendAsync(client);
        var tenth = SendAsync(client);
        var eleventh = SendAsync(client);
        throttle.SetResult(ScriptedHandler.Reply(400, """{"Code":"Throttling.User","Message":"m"}""", ("x-acs-retry-after", "4000")));
        await Assert.ThrowsAsync<CloudException>(() => tenth);

        for (var second = 0; second < 3; second++) time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, handler.Requests.Count);
        time.Advance(TimeSpan.FromSeconds(1));
        await eleventh;
        Assert.Equal(11, handler.Requests.Count);
    }

    [Fact]
    public async Task A_long_pause_is_told_at_once_and_takes_no_turn()
    {
        var time = TestClient.Time();
        ScriptedHandler? handler = null;
        handler = new ScriptedHandler(_ => handler!.Requests.Count == 1
            ? ScriptedHandler.Reply(429, """{"Code":"Throttling.User","Message":"m"}""", ("x-acs-retry-after", "60000"))
            : ScriptedHandler.Reply(200, "{}"));
        var client = TestClient.Create(handler, time);
        await Assert.ThrowsAsync<CloudException>(() => SendAsync(client));
        time.Advance(TimeSpan.FromSeconds(10));

        for (var i = 0; i < 20; i++)
        {
            var paused = await Assert.ThrowsAsync<CloudException>(() => SendAsync(client));
            Assert.Equal(
                (ClientErrorCodes.Paused, TimeSpan.FromSeconds(50), false), (paused.Code, paused.RetryAfter, paused.OutcomeUnknown));
        }

        time.Advance(TimeSpan.FromSeconds(50));
        await SendAsync(client);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Theory]
    [InlineData("0"), InlineData("-5"), InlineData("soon"), InlineData("")]
    public async Task A_pause_that_is_not_positive_does_not_count(string header)
    {
        var client = TestClient.Create(new ScriptedHandler(_ =>
            ScriptedHandler.Reply(400, """{"Code":"Throttling"}""", ("x-acs-retry-after", header))));
        var error = await Assert.ThrowsAsync<CloudException>(() => SendAsync(client));
        Assert.Null(error.RetryAfter);
    }

    [Fact]
    public async Task A_pause_is_cut_to_five_minutes()
    {
        var client = TestClient.Create(new ScriptedHandler(_ =>
            ScriptedHandler.Reply(400, """{"Code":"Throttling"}""", ("x-acs-retry-after", long.MaxValue.ToString()))));
        var error = await Assert.ThrowsAsync<CloudException>(() => SendAsync(client));
        Assert.Equal(TimeSpan.FromMinutes(5), error.RetryAfter);
    }

    private static Task<AddSourcesToTrafficMirrorSessionResponse> SendAsync(
        RpcClient client, CancellationToken? cancellationToken = null) =>
        client.SendAsync(
        new AddSourcesToTrafficMirrorSessionRequest
        {
            RegionId = "cn-hongkong",
            TrafficMirrorSessionId = "tms-1",
            TrafficMirrorSourceIds = ["eni-1"],
        },
        cancellationToken ?? TestContext.Current.CancellationToken);
}
