namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>What a handler was asked, kept after the message is disposed.</summary>
internal sealed record SeenRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? ContentType { get; private init; }

    public string Query => Uri.Query.TrimStart('?');

    public static async Task<SeenRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(
        request.Method.Method,
        request.RequestUri!,
        request.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase),
        request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))
    {
        ContentType = request.Content?.Headers.ContentType?.ToString(),
    };
}
