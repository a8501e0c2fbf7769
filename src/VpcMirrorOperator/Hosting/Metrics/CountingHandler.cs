using System.Text.Json;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>Counts the calls that pass through to the cloud. Requests without an action, such as those for credentials of the node, are not counted.</summary>
internal sealed class CountingHandler(CloudMetrics metrics, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const long LongestError = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.TryGetValues("x-acs-action", out var actions)) return await base.SendAsync(request, cancellationToken);
        var started = time.GetTimestamp();
        var code = "no answer";
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            code = response.IsSuccessStatusCode ? "OK" : await CodeAsync(response, cancellationToken);
            return response;
        }
        finally
        {
            metrics.Count(actions.First(), code, time.GetElapsedTime(started));
        }
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response, CancellationToken ct)
    {
        // Kept in memory, so that the client can read the same body again.
        await response.Content.LoadIntoBufferAsync(LongestError, ct);
        try
        {
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
            return body.RootElement.GetProperty("Code").GetString() ?? Unknown(response);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return Unknown(response);
        }
    }

    private static string Unknown(HttpResponseMessage response) => $"HTTP {(int)response.StatusCode}";
}
