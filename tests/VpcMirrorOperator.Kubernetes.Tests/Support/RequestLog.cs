using System.Collections.Concurrent;
using System.Globalization;

namespace VpcMirrorOperator.Kubernetes.Tests.Support;

/// <summary>Passes requests on to a real server and writes them down with the status of their answer.</summary>
/// <param name="server">Sends them; is not disposed.</param>
internal sealed class RequestLog(HttpMessageInvoker server) : HttpMessageHandler
{
    private readonly ConcurrentQueue<string> _requests = new();

    public IReadOnlyList<string> Requests => [.. _requests];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await server.SendAsync(request, cancellationToken);
        _requests.Enqueue(string.Create(
            CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri!.PathAndQuery} {(int)response.StatusCode}"));
        return response;
    }
}
