using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Hosting.Serving;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Reviews;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Hosting.Serving;

public sealed class MetricsGateTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordedLog _log = new();
    private readonly List<string> _asked = [];
    private readonly TokenVerdicts _verdicts;
    private readonly MetricsGate _gate;
    private Func<string, CancellationToken, Task<AccessVerdict>> _answer = (_, _) => Task.FromResult(AccessVerdict.Allowed);
    private int _served;

    public MetricsGateTests()
    {
        _verdicts = new TokenVerdicts(AskAsync, _time);
        _gate = new MetricsGate(_verdicts, _time, _log);
    }

    public void Dispose() => _verdicts.Dispose();

    [Theory]
    [InlineData(AccessVerdict.Allowed, 200, 1)]
    [InlineData(AccessVerdict.Forbidden, 403, 0)]
    [InlineData(AccessVerdict.Unauthenticated, 401, 0)]
    public async Task Only_who_is_allowed_reaches_the_page(AccessVerdict verdict, int status, int served)
    {
        Answer(verdict);
        var response = await GetAsync("token");
        Assert.Equal((status, served), (response.StatusCode, _served));
        Assert.Equal(verdict == AccessVerdict.Allowed ? "" : "close", response.Headers.Connection.ToString());
        Assert.Equal(verdict == AccessVerdict.Unauthenticated ? "Bearer" : "", response.Headers.WWWAuthenticate.ToString());
    }

    [Fact]
    public async Task Without_a_token_nobody_is_asked()
    {
        Assert.Equal(401, (await GetAsync(null)).StatusCode);
        Assert.Empty(_asked);
        Assert.Equal(0, _served);
    }

    [Fact]
    public async Task A_right_that_is_taken_away_ends_after_a_minute()
    {
        await GetAsync("token");
        Answer(AccessVerdict.Forbidden);
        _time.Advance(TokenVerdicts.Granted - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await GetAsync("token")).StatusCode);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(403, (await GetAsync("token")).StatusCode);
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task A_right_that_is_given_is_seen_after_ten_seconds()
    {
        Answer(AccessVerdict.Forbidden);
        await GetAsync("token");
        Answer(AccessVerdict.Allowed);
        Assert.Equal(403, (await GetAsync("token")).StatusCode);
        _time.Advance(TokenVerdicts.Refused);
        Assert.Equal(200, (await GetAsync("token")).StatusCode);
    }

    [Fact]
    public async Task A_thousand_wrong_tokens_displace_no_right_one()
    {
        await GetAsync("right");
        Answer(AccessVerdict.Unauthenticated);
        for (var token = 0; token < 1000; token++) await GetAsync($"wrong-{token}");
        Assert.Equal(200, (await GetAsync("right")).StatusCode);
    }

    /// <summary>Fail closed, and without repeating what a server says, which may be the token.</summary>
    [Fact]
    public async Task While_the_api_server_does_not_say_nobody_new_passes_and_the_log_tells_it_once_without_the_token()
    {
        using var http = new HttpMessageInvoker(new EchoingServer());
        var client = new KubeClient(http, new Uri("https://kube.test"), "tester", _time, new Random(1));
        _answer = (token, stop) => new AccessReviewer(client).ReviewAsync(token, "/metrics", "get", stop);
        Assert.Equal(503, (await GetAsync("secret")).StatusCode);
        Assert.Equal(503, (await GetAsync("secret")).StatusCode);
        Assert.Equal(0, _served);
        Answer(AccessVerdict.Allowed);
        Assert.Equal(200, (await GetAsync("secret")).StatusCode);
        Assert.Equal([4050, 4051], _log.Lines.Select(line => line.Id));
        Assert.All(_log.Lines, line => Assert.DoesNotContain("secret", line.Text, StringComparison.Ordinal));
        Assert.All(_log.Lines, line => Assert.Null(line.Error));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_a_no_after_ten_seconds()
    {
        _answer = (_, stop) => new TaskCompletionSource<AccessVerdict>().Task.WaitAsync(stop);
        var waiting = GetAsync("token");
        _time.Advance(MetricsGate.ReviewLimit - TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(503, (await waiting).StatusCode);
    }

    [Fact]
    public async Task However_many_come_at_once_few_reviews_are_made()
    {
        var release = new TaskCompletionSource<AccessVerdict>();
        _answer = (_, _) => release.Task;
        var waiting = Enumerable.Range(0, 40).Select(i => GetAsync($"token-{i}")).ToList();
        Assert.Equal(TokenVerdicts.MostReviews, _asked.Count);
        release.SetResult(AccessVerdict.Allowed);
        Assert.All(await Task.WhenAll(waiting), response => Assert.Equal(200, response.StatusCode));
        Assert.Equal(40, _asked.Count);
    }

    [Fact]
    public async Task Requests_that_waited_for_the_same_token_share_its_verdict()
    {
        var release = new TaskCompletionSource<AccessVerdict>();
        _answer = (_, _) => release.Task;
        var waiting = Enumerable.Range(0, 40).Select(_ => GetAsync("token")).ToList();
        release.SetResult(AccessVerdict.Allowed);
        await Task.WhenAll(waiting);
        Assert.Equal(TokenVerdicts.MostReviews, _asked.Count);
    }

    private Task<AccessVerdict> AskAsync(string token, CancellationToken stop)
    {
        lock (_asked) _asked.Add(token);
        return _answer(token, stop);
    }

    private void Answer(AccessVerdict verdict) => _answer = (_, _) => Task.FromResult(verdict);

    private async Task<HttpResponse> GetAsync(string? token)
    {
        var context = new DefaultHttpContext();
        if (token is not null) context.Request.Headers.Authorization = $"Bearer {token}";
        await _gate.Before(_ =>
        {
            Interlocked.Increment(ref _served);
            return Task.CompletedTask;
        })(context);
        return context.Response;
    }

    /// <summary>An API server that refuses, and repeats in its message what it was sent.</summary>
    private sealed class EchoingServer : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            var status = new JsonObject { ["reason"] = "Internal" + sent, ["message"] = sent };
            return new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StringContent(status.ToJsonString()) };
        }
    }
}
