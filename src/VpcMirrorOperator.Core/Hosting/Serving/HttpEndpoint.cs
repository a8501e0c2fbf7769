using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Hosting;
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

    private readonly ServiceProvider _parts;

    private HttpEndpoint(ServiceProvider parts, Uri address) => (_parts, Address) = (parts, address);

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
        var parts = KestrelParts.Build(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limit(kestrel.Limits);
            kestrel.Listen(address, port, listen => Secure(listen, certificate));
        });
        try
        {
            var server = KestrelParts.ServerOf(parts);
            await server.StartAsync(new RoutedApplication(routes), cancellationToken);
            var bound = server.Features.GetRequiredFeature<IServerAddressesFeature>();
            return new HttpEndpoint(parts, new Uri(bound.Addresses.Single()));
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening, and breaks off what is under way.</summary>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();

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
}
