using System.Net;

namespace VpcMirrorOperator.Simulation.Network;

/// <summary>What the server answers.</summary>
public sealed record SimHttpResponse(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    internal HttpResponseMessage ToMessage(HttpRequestMessage request, bool cut)
    {
        var message = new HttpResponseMessage((HttpStatusCode)StatusCode)
        {
            RequestMessage = request,
            Content = cut ? new CutContent(Body) : new ByteArrayContent(Body),
        };
        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
