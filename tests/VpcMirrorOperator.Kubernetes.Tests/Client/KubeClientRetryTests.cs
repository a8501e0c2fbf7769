using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>Which failures are retried, and when.</summary>
public sealed class KubeClientRetryTests : IDisposable
{
    private readonly KubeRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public void A_busy_server_is_asked_again_when_it_says_so_by_any_verb(int code)
    {
        _rig.Server.Then(ScriptedServer.Error(code, "TooManyRequests", "storage is (re)initializing", retryAfter: 2)).Then(WidgetCalls.Red);
        var call = _rig.Create();
        _rig.Advance(1.9);
        Assert.Single(_rig.Server.Requests);
        _rig.Advance(0.1);
        Assert.True(call.IsCompletedSuccessfully);
        Assert.Equal([code.ToString(System.Globalization.CultureInfo.InvariantCulture), "200"], _rig.Metrics.Select(m => m.Code));
    }

    [Fact]
    public async Task A_server_that_asks_for_more_patience_than_the_call_has_is_reported_at_once()
    {
        _rig.Server.Then(ScriptedServer.Error(429, "TooManyRequests", retryAfter: 60));
        var error = await Assert.ThrowsAsync<KubeApiException>(() => _rig.Get());
        Assert.Equal(TimeSpan.FromSeconds(60), error.RetryAfter);
    }

    [Fact]
    public async Task A_busy_server_that_does_not_say_when_is_reported_at_once()
    {
        _rig.Server.Then(ScriptedServer.Error(503, "ServiceUnavailable"));
        await Assert.ThrowsAsync<KubeApiException>(() => _rig.Get());
        Assert.Single(_rig.Server.Requests);
    }

    [Fact]
    public void A_broken_connection_is_tried_again_for_verbs_that_may_be_repeated()
    {
        _rig.Server.Then(new IOException("reset")).Then(new HttpRequestException(HttpRequestError.ResponseEnded)).Then(WidgetCalls.Red);
        var call = _rig.Get();
        _rig.Advance(1);
        Assert.True(call.IsCompletedSuccessfully);
        Assert.Equal(["<error>", "<error>", "200"], _rig.Metrics.Select(m => m.Code));
    }

    [Fact]
    public async Task A_broken_connection_is_reported_at_once_for_verbs_that_may_not_be_repeated()
    {
        _rig.Server.Then(new IOException("reset")).Then(new IOException("reset"));
        Assert.Null((await Assert.ThrowsAsync<KubeApiException>(() => _rig.Create())).Status);
        await Assert.ThrowsAsync<KubeApiException>(() => _rig.PatchStatus());
        Assert.Equal(2, _rig.Server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_is_left_to_the_callers_back_off()
    {
        _rig.Server.Then(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        await Assert.ThrowsAsync<KubeApiException>(() => _rig.Get());
        Assert.Single(_rig.Server.Requests);
    }
}
