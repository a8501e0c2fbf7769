using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

/// <summary>Whatever the client waits for before it sends, a decision that has become too old is not sent.</summary>
public class RpcClientDeadlineTests
{
    private readonly JumpingTime _time = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_carries_its_deadline_to_the_handler()
    {
        SendDeadline? seen = null;
        var handler = new OptionsHandler(options => seen = options);
        using var http = new HttpMessageInvoker(handler);
        var client = new RpcClient(
            http, new StaticCredentialsProvider("LTAI5tFake", "FakeSecret"), new() { Endpoints = TestClient.At("http://127.0.0.1:1") },
            _time, new CountingNonces());
        await client.SendAsync(Write(), new SendDeadline(_time, TimeSpan.FromSeconds(3)), Ending);

        Assert.False(seen!.HasPassed);
        _time.Jump(TimeSpan.FromSeconds(3));
        Assert.True(seen.HasPassed);
    }

    [Fact]
    public async Task Without_a_deadline_the_limit_of_the_attempt_is_one()
    {
        SendDeadline? seen = null;
        var handler = new OptionsHandler(options => seen = options);
        using var http = new HttpMessageInvoker(handler);
        var client = new RpcClient(
            http, new StaticCredentialsProvider("LTAI5tFake", "FakeSecret"), new() { Endpoints = TestClient.At("http://127.0.0.1:1") },
            _time, new CountingNonces());
        await client.SendAsync(Write(), Ending);

        _time.Jump(TimeSpan.FromSeconds(9.9));
        Assert.False(seen!.HasPassed);
        _time.Jump(TimeSpan.FromSeconds(0.1));
        Assert.True(seen.HasPassed);
    }

    [Fact]
    public async Task A_call_that_waited_too_long_for_the_rate_budget_is_not_sent()
    {
        var time = TestClient.Time();
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(200, """{"RequestId":"R"}"""));
        var client = TestClient.Create(handler, time);
        for (var i = 0; i < 10; i++) await client.SendAsync(Write(), Ending); // The burst of 60 writes per minute.
        var late = client.SendAsync(Write(), new SendDeadline(time, TimeSpan.FromSeconds(0.5)), Ending);
        time.Advance(TimeSpan.FromSeconds(1));

        AssertNotSent(await Assert.ThrowsAsync<CloudException>(() => late));
        Assert.Equal(10, handler.Requests.Count);
    }

    [Fact]
    public async Task A_call_that_waited_too_long_for_credentials_is_not_sent()
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(200, """{"RequestId":"R"}"""));
        var client = TestClient.Create(handler, _time, new SlowProvider(_time));

        AssertNotSent(await Assert.ThrowsAsync<CloudException>(
            () => client.SendAsync(Write(), new SendDeadline(_time, TimeSpan.FromSeconds(5)), Ending)));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_call_whose_token_was_renewed_too_late_is_not_sent_again()
    {
        var handler = new ScriptedHandler(
            _ => ScriptedHandler.Reply(400, """{"Code":"InvalidSecurityToken.Expired","Message":"","RequestId":"R"}"""));
        var client = TestClient.Create(handler, _time, new SlowProvider(_time) { SlowFrom = 3 });

        AssertNotSent(await Assert.ThrowsAsync<CloudException>(
            () => client.SendAsync(Write(), new SendDeadline(_time, TimeSpan.FromSeconds(5)), Ending)));
        Assert.Single(handler.Requests);
    }

    private static AddSourcesToTrafficMirrorSessionRequest Write() =>
        new() { RegionId = "cn-hongkong", TrafficMirrorSessionId = "tms-1", TrafficMirrorSourceIds = ["eni-1"] };

    private static void AssertNotSent(CloudException error) => Assert.Equal(
        (ClientErrorCodes.DeadlinePassed, false), (error.Code, error.OutcomeUnknown));

    /// <summary>Gives new keys after each invalidation; from the given question on, a question takes ten seconds.</summary>
    private sealed class SlowProvider(JumpingTime time) : ICredentialsProvider
    {
        private int _asked;
        private int _key;

        public int SlowFrom { get; init; } = 1;

        public string Name => "slow";

        public ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken)
        {
            if (++_asked >= SlowFrom) time.Jump(TimeSpan.FromSeconds(10));
            return new(new CloudCredentials($"STS.{_key}", "FakeSecret", "token", null, Name));
        }

        public void Invalidate() => _key++;
    }

    private sealed class OptionsHandler(Action<SendDeadline?> see) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see(request.Options.TryGetValue(SendDeadline.Key, out var deadline) ? deadline : null);
            return Task.FromResult(ScriptedHandler.Reply(200, """{"RequestId":"R"}"""));
        }
    }
}
