using System.Net.Http.Headers;

namespace VpcMirrorOperator.Simulation.Network;

/// <summary>A request as the server's socket would see it.</summary>
/// <param name="Client">The name of the process that sent it.</param>
/// <param name="Method">As in the request line.</param>
/// <param name="Uri">For servers that answer for several hosts.</param>
/// <param name="Target">Path and query, raw, as in the request line.</param>
/// <param name="Headers">In wire order, Host first; values of one name joined as on the wire.</param>
/// <param name="Body">Null if the caller gave no content; then the transport may send the request again by itself.</param>
public sealed record SimHttpRequest(
    string Client, string Method, Uri Uri, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[]? Body)
{
    /// <summary>The first value of a header, by its name in any case.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    internal static SimHttpRequest From(HttpRequestMessage message, string client)
    {
        var uri = message.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        var body = Read(message.Content);
        return new(client, message.Method.Method, uri, uri.PathAndQuery, [.. WireHeaders(message, uri)], body);
    }

    private static IEnumerable<KeyValuePair<string, string>> WireHeaders(HttpRequestMessage message, Uri uri)
    {
        if (message.Headers.Host is null)
            yield return new("Host", uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}");
        foreach (var header in Joined(message.Headers))
            yield return header;
        if (message.Content is null && message.Method != HttpMethod.Get && message.Method != HttpMethod.Head)
            yield return new("Content-Length", "0");
        // Asking for the length puts the header there, as SocketsHttpHandler does before it sends.
        if (message.Content is { Headers: var headers } && headers.ContentLength is not null)
        {
            foreach (var header in Joined(headers))
                yield return header;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Joined(HttpHeaders headers) =>
        headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));

    private static byte[]? Read(HttpContent? content)
    {
        if (content is null)
            return null;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes, context: null, CancellationToken.None);
        return bytes.ToArray();
    }
}
