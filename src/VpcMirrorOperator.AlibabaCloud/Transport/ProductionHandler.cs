using System.Net;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>The handler for real use: sockets with safe settings, and deadlines for sending.</summary>
internal static class ProductionHandler
{
    /// <summary>Creates it; the caller disposes it.</summary>
    public static HttpMessageHandler Create() => new SendDeadlineHandler(CreateSockets(), TcpConnection.OpenAsync);

    /// <summary>The sockets alone.</summary>
    internal static SocketsHttpHandler CreateSockets() => new()
    {
        // A redirect would carry the security token to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // Below the idle limit of the gateway, and its name is resolved again now and then.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        Proxy = new DirectForLocal(HttpClient.DefaultProxy),
    };

    /// <summary>Proxies from the environment apply to the cloud only, never to loopback or to the instance's metadata service.</summary>
    private sealed class DirectForLocal(IWebProxy inner) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => inner.Credentials;
            set => inner.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : inner.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || host.Host == "100.100.100.200" || inner.IsBypassed(host);
    }
}
