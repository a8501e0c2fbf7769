using System.Net;
using System.Text.Json.Nodes;
using System.Web;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>
/// As much of an API server as an operator needs, in the process that calls it: streaming lists, watches that end in time, merge patches
/// under a fence, and events, which are taken and not kept.
/// </summary>
/// <param name="objects">What is stored.</param>
/// <param name="time">When watches end.</param>
internal sealed class ApiServer(ApiObjects objects, TimeProvider time) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (path, query) = (request.RequestUri!.AbsolutePath, HttpUtility.ParseQueryString(request.RequestUri.Query));
        if (query["watch"] is not null) return Watch(query["resourceVersion"], int.Parse(query["timeoutSeconds"]!, null));
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        if (path.Contains("/events", StringComparison.Ordinal)) return Answer(body!);
        var parts = path.Split('/');
        var (name, isStatus) = parts[^1] == "status" ? (parts[^2], true) : (parts[^1], false);
        return objects.Patch(name, body!.AsObject(), isStatus) is { } stored
            ? Answer(stored)
            : Answer(JsonNode.Parse("""{"code":409,"reason":"Conflict"}""")!, HttpStatusCode.Conflict);
    }

    private HttpResponseMessage Watch(string? from, int seconds)
    {
        var stream = new ApiStream(time, TimeSpan.FromSeconds(seconds));
        objects.Watch(stream, from);
        return new HttpResponseMessage { Content = new StreamContent(stream), Version = HttpVersion.Version20 };
    }

    private static HttpResponseMessage Answer(JsonNode json, HttpStatusCode code = HttpStatusCode.OK) =>
        new(code) { Content = new StringContent(json.ToJsonString()) };
}
