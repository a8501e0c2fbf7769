using System.Net.Http.Headers;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>One request, as often as it has to be sent: a message of the framework can be sent only once.</summary>
internal sealed record KubeRequest(HttpMethod Method, string PathAndQuery)
{
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>
    /// Whether it may be repeated after a broken connection (RFC 9110, 9.2.2). The repetition of a delete that was executed is refused
    /// as not found, which callers handle anyway.
    /// </summary>
    public bool IsIdempotent => Method == HttpMethod.Get || Method == HttpMethod.Delete;

    public HttpRequestMessage ToMessage(Uri baseAddress, string userAgent)
    {
        // Not a relative reference: the server's address may have a path of its own, as behind a proxy for many clusters.
        var message = new HttpRequestMessage(Method, new Uri(baseAddress.AbsoluteUri.TrimEnd('/') + PathAndQuery))
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        if (Body is null) return message;
        message.Content = new ByteArrayContent(Body);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        return message;
    }

    /// <summary>How errors name it; the query is left out.</summary>
    public override string ToString() => $"{Method} {PathAndQuery.Split('?')[0]}";
}
