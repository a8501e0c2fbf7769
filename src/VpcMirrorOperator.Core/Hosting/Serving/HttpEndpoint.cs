using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>Serves a few paths on one port, over HTTP/1.1 only, to GET only, within limits that an honest client never meets.</summary>
internal sealed class HttpEndpoint : IAsyncDisposable
{
    /// <summary>Open connections, beyond which new ones are closed.</summary>
    internal const int MostConnections = 64;

    /// <summary>A request's headers together; a token of a service account has about 1 KB.</summary>
    internal const int MostHeaderBytes = 16 * 1024;

    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;

    private HttpEndpoint(WebApplication app, Uri address) => (_app, Address) = (app, address);

    /// <summary>Where it is reached, with the port that it really has.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="address">Interface.</param>
    /// <param name="port">TCP port; 0 for any free one.</param>
    /// <param name="certificate">The certificate to show, asked for at each handshake; null for plain HTTP.</param>
    /// <param name="routes">What answers which path; everything else is 404.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is in use or may not be bound.</exception>
    public static async Task<HttpEndpoint> StartAsync(
        IPAddress address, int port, Func<SslStreamCertificateContext>? certificate, IReadOnlyDictionary<string, RequestDelegate> routes,
        CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limit(kestrel.Limits);
            kestrel.Listen(address, port, listen => Secure(listen, certificate));
        });
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, routes));
        await app.StartAsync(cancellationToken);
        var bound = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        return new HttpEndpoint(app, new Uri(bound.Addresses.Single()));
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Limit(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestBodySize = 0;
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeadersTotalSize = MostHeaderBytes;
        limits.MaxRequestBufferSize = 2 * MostHeaderBytes;
        limits.RequestHeadersTimeout = HeadersTimeout;
    }

    private static void Secure(ListenOptions listen, Func<SslStreamCertificateContext>? certificate)
    {
        // Without HTTP/2 there are no streams to open and reset by the thousand (CVE-2023-44487).
        listen.Protocols = HttpProtocols.Http1;
        if (certificate is null) return;
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            HandshakeTimeout = HandshakeTimeout,
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate() }),
        });
    }

    private static Task AnswerAsync(HttpContext context, IReadOnlyDictionary<string, RequestDelegate> routes)
    {
        var (request, response) = (context.Request, context.Response);
        if (!routes.TryGetValue(request.Path.Value ?? "", out var answer)) response.StatusCode = StatusCodes.Status404NotFound;
        else if (HttpMethods.IsGet(request.Method)) return answer(context);
        else (response.StatusCode, response.Headers.Allow) = (StatusCodes.Status405MethodNotAllowed, HttpMethods.Get);
        return Task.CompletedTask;
    }
}
