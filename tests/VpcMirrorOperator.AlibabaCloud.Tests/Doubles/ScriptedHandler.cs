using System.Net;
using System.Text;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>Answers in process by a function and keeps what was asked. No socket, no thread.</summary>
internal sealed class ScriptedHandler(Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public ScriptedHandler(Func<SeenRequest, HttpResponseMessage> answer) : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    public List<SeenRequest> Requests { get; } = [];

    public HttpMessageInvoker Invoker => new(this);

    public static HttpResponseMessage Reply(int status, string body, params (string Name, string Value)[] headers)
    {
        var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = await SeenRequest.FromAsync(request, cancellationToken);
        Requests.Add(seen);
        return await answer(seen, cancellationToken);
    }
}
