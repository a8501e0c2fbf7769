using System.Net.Sockets;
using System.Text;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Tests;

public class NetworkTests
{
    private readonly SimLoop _loop = new(seed: 1);
    private readonly List<SimHttpRequest> _served = [];
    private readonly SimProcess _process;

    public NetworkTests() => _process = _loop.CreateProcess("A");

    [Fact]
    public void A_request_arrives_as_it_would_on_the_wire()
    {
        var response = Assert.IsType<HttpResponseMessage>(Call(Fixed(CallOutcome.Delivered), body: "a=b"));
        var request = Assert.Single(_served);
        Assert.Equal(("A", "POST", "/?Action=X&b=%2F"), (request.Client, request.Method, request.Target));
        Assert.Equal(
            ["Host: vpc.test:81", "x-acs-b: 1", "Authorization: ACS3 x", "Content-Type: text/plain; charset=utf-8", "Content-Length: 3"],
            request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        Assert.Equal("a=b", Encoding.UTF8.GetString(request.Body!));
        Assert.Equal("ACS3 x", request.Header("authorization"));
        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("7", response.Headers.GetValues("x-seen").Single());
        Assert.Equal(World.Seconds(6), _loop.Time.Elapsed);
    }

    [Fact]
    public void Refused_has_no_effect_and_looks_like_a_closed_port()
    {
        var error = Assert.IsType<HttpRequestException>(Call(Fixed(CallOutcome.Refused)));
        Assert.Equal(HttpRequestError.ConnectionError, error.HttpRequestError);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);
        Assert.Empty(_served);
    }

    [Theory]
    [InlineData(CallOutcome.RequestDropped, "a=b", 0)]
    [InlineData(CallOutcome.ReplyDropped, "a=b", 1)]
    [InlineData(CallOutcome.ReplyDropped, "", 1)]
    [InlineData(CallOutcome.RequestDropped, null, 0)]
    [InlineData(CallOutcome.ReplyDropped, null, 4)] // SocketsHttpHandler sends a request without content up to four times.
    public void A_dropped_connection_looks_like_a_response_that_ended(CallOutcome outcome, string? body, int effects)
    {
        var error = Assert.IsType<HttpRequestException>(Call(Fixed(outcome), body));
        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(error.InnerException).HttpRequestError);
        Assert.Equal(effects, _served.Count);
    }

    [Fact]
    public void A_reset_after_the_effect_looks_like_a_broken_read()
    {
        var error = Assert.IsType<HttpRequestException>(Call(Fixed(CallOutcome.ReplyReset)));
        Assert.Equal(HttpRequestError.Unknown, error.HttpRequestError);
        Assert.IsType<SocketException>(Assert.IsType<IOException>(error.InnerException).InnerException);
        Assert.Single(_served);
    }

    [Fact]
    public void A_cut_body_shows_when_it_is_read()
    {
        var error = Assert.IsType<HttpRequestException>(Call(Fixed(CallOutcome.BodyCut)));
        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
        Assert.IsType<HttpIOException>(error.InnerException);
    }

    [Fact]
    public void A_server_that_closes_without_an_answer_is_a_dropped_reply()
    {
        var network = new SimNetwork(_loop, Fixed(CallOutcome.Delivered));
        Assert.IsType<HttpRequestException>(Call(network.CreateHandler(_process, _ => null)));
    }

    [Theory]
    [InlineData(CallOutcome.RequestSwallowed, 0)]
    [InlineData(CallOutcome.ReplySwallowed, 1)]
    public void Silence_leaves_the_caller_to_its_own_limit(CallOutcome outcome, int effects)
    {
        Assert.IsType<TaskCanceledException>(Call(Fixed(outcome), limit: 30));
        Assert.Equal(World.Seconds(30), _loop.Time.Elapsed);
        Assert.Equal(effects, _served.Count);
    }

    [Theory]
    [InlineData(0.5, 0)] // still connecting
    [InlineData(2, 1)] // on the wire
    public void A_caller_who_gives_up_cannot_call_back_what_is_on_the_wire(double limit, int effects)
    {
        Assert.IsType<TaskCanceledException>(Call(Fixed(CallOutcome.Delivered), limit: limit));
        Assert.Equal(World.Seconds(limit), _loop.Time.Elapsed);
        _loop.RunFor(World.Hour);
        Assert.Equal(effects, _served.Count);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(2, 1)]
    public void A_crash_cannot_either_and_the_reply_finds_nobody(double crash, int effects)
    {
        var returned = false;
        var handler = new SimNetwork(_loop, Fixed(CallOutcome.Delivered)).CreateHandler(_process, Serve);
        _ = _process.Start(async () =>
        {
            await SendAsync(handler, "x", World.Seconds(99));
            returned = true;
        });
        _loop.RunFor(World.Seconds(crash));
        _process.Kill();
        _loop.RunFor(World.Hour);
        Assert.False(returned);
        Assert.Equal(effects, _served.Count);
    }

    [Fact]
    public void Rates_are_met_roughly_and_slow_legs_happen()
    {
        var random = _loop.RandomFor("rates");
        var faults = SeededFaults.Everything(0.1);
        var request = new SimHttpRequest("A", "GET", new Uri("http://vpc.test/"), "/", [], null);
        var fates = Enumerable.Range(0, 10_000).Select(_ => faults.Decide(request, random)).ToList();
        Assert.All(Enum.GetValues<CallOutcome>(), outcome => Assert.InRange(fates.Count(fate => fate.Outcome == outcome), 800, 3300));
        Assert.InRange(fates.Count(fate => fate.Inbound > faults.Latency), 800, 1200);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(CallOutcome.Delivered, SeededFaults.None.Decide(request, random).Outcome));
    }

    private static FixedFate Fixed(CallOutcome outcome) => new(new(outcome, World.Seconds(1), World.Seconds(2), World.Seconds(3)));

    private object Call(INetworkFaults faults, string? body = "a=b", double limit = 999) =>
        Call(new SimNetwork(_loop, faults).CreateHandler(_process, Serve), body, limit);

    private object Call(HttpMessageHandler handler, string? body = "a=b", double limit = 999)
    {
        object? result = null;
        var done = _process.Start(async () => result = await SendAsync(handler, body, World.Seconds(limit)));
        _loop.RunUntil(() => done.IsCompleted, World.Hour);
        return result!;
    }

    private SimHttpResponse Serve(SimHttpRequest request)
    {
        _served.Add(request);
        return new(418, [new("Content-Type", "application/json"), new("x-seen", "7")], "{}"u8.ToArray());
    }

    private async Task<object> SendAsync(HttpMessageHandler handler, string? body, TimeSpan patience)
    {
        using var http = new HttpMessageInvoker(handler);
        using var limit = new CancellationTokenSource(patience, _process.Time);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://vpc.test:81/?Action=X&b=%2F");
        request.Headers.TryAddWithoutValidation("x-acs-b", "1");
        request.Headers.TryAddWithoutValidation("Authorization", "ACS3 x");
        request.Content = body is null ? null : new StringContent(body);
        try
        {
            var response = await http.SendAsync(request, limit.Token);
            Assert.Equal("{}"u8.ToArray(), await response.Content.ReadAsByteArrayAsync(limit.Token));
            return response;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return error;
        }
    }

    private sealed class FixedFate(CallFate fate) : INetworkFaults
    {
        public CallFate Decide(SimHttpRequest request, Random random) => fate;
    }
}
