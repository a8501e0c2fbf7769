using System.Net;
using System.Text;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>
/// An API server that answers as the test says, in the test's own context: each answer is asked for when the request comes, and may
/// never come.
/// </summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _script = new();

    /// <summary>Requests so far: method, path and query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Bodies of the requests; null where there was none.</summary>
    public List<string?> Bodies { get; } = [];

    /// <summary>Answers what the script has no answer for; without it such a request hangs until cancelled.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage>? Otherwise { get; set; }

    public static HttpResponseMessage Json(string json, HttpStatusCode code = HttpStatusCode.OK) =>
        new(code) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) };

    public static HttpResponseMessage Error(int code, string reason, string message = "", int? retryAfter = null)
    {
        var response = Json($$"""{"kind":"Status","code":{{code}},"reason":"{{reason}}","message":"{{message}}"}""", (HttpStatusCode)code);
        if (retryAfter is { } seconds) response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    public static HttpResponseMessage Stream(WatchBody body, int http = 2) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(body), Version = new Version(http, http == 2 ? 0 : 1) };

    public ScriptedServer Then(HttpResponseMessage response) => Then((_, _) => Task.FromResult(response));

    public ScriptedServer Then(string json) => Then(Json(json));

    public ScriptedServer Then(Exception error) => Then((_, _) => Task.FromException<HttpResponseMessage>(error));

    public ScriptedServer ThenHang() => Then(HangAsync);

    public ScriptedServer Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Bodies.Add(request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        if (_script.TryDequeue(out var answer)) return await answer(request, cancellationToken);
        return Otherwise is null ? await HangAsync(request, cancellationToken) : Otherwise(request);
    }

    private static Task<HttpResponseMessage> HangAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
}
