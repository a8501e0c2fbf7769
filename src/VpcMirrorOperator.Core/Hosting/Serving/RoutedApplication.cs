using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>What Kestrel runs for each request: GET of a known path, and nothing else.</summary>
/// <param name="routes">What answers which path; everything else is 404.</param>
internal sealed class RoutedApplication(IReadOnlyDictionary<string, RequestDelegate> routes) : IHttpApplication<HttpContext>
{
    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public Task ProcessRequestAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!routes.TryGetValue(request.Path.Value ?? "", out var answer)) response.StatusCode = StatusCodes.Status404NotFound;
        else if (HttpMethods.IsGet(request.Method)) return answer(context);
        else (response.StatusCode, response.Headers.Allow) = (StatusCodes.Status405MethodNotAllowed, HttpMethods.Get);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }
}
