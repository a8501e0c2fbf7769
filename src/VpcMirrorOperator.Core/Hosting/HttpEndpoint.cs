using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace VpcMirrorOperator.Hosting;

/// <summary>Serves a few paths over plain HTTP on one port.</summary>
internal sealed class HttpEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HttpEndpoint(WebApplication app, Uri address) => (_app, Address) = (app, address);

    /// <summary>Where it is reached, with the port that it really has.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="address">Interface.</param>
    /// <param name="port">TCP port; 0 for any free one.</param>
    /// <param name="routes">What answers which path; everything else is 404.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is in use or may not be bound.</exception>
    public static async Task<HttpEndpoint> StartAsync(
        IPAddress address, int port, IReadOnlyDictionary<string, RequestDelegate> routes, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, port);
        });
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, routes));
        await app.StartAsync(cancellationToken);
        var bound = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new HttpEndpoint(app, new Uri(bound.Addresses.Single()));
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, IReadOnlyDictionary<string, RequestDelegate> routes)
    {
        if (routes.TryGetValue(context.Request.Path.Value ?? "", out var answer)) return answer(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
