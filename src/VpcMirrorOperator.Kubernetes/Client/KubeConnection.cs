using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using k8s;
using k8s.Authentication;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// The connection to one API server: address, TLS, credentials. HTTP/2 over TLS, with pings, so that a dead connection is noticed
/// within a minute even when nothing is sent.
/// </summary>
public sealed class KubeConnection : IDisposable
{
    private readonly X509Certificate2? _clientCertificate;

    internal KubeConnection(KubernetesClientConfiguration config, KubeConnectionOptions options)
    {
        Address = new Uri(config.Host);
        // The file in a pod may end with a newline, and the library hands it on.
        Namespace = string.IsNullOrWhiteSpace(config.Namespace) ? null : config.Namespace.Trim();
        _clientCertificate = ClientCertificate.Load(config);
        var sockets = Sockets(options);
        sockets.SslOptions = Tls(config, _clientCertificate);
        Http = new HttpMessageInvoker(new CredentialHandler(TokenOf(config), config.TlsServerName, sockets));
    }

    /// <summary>Address of the API server.</summary>
    public Uri Address { get; }

    /// <summary>Namespace of the context, or of the pod; null when none is set.</summary>
    public string? Namespace { get; }

    /// <summary>Sends requests with the credentials of this connection.</summary>
    public HttpMessageInvoker Http { get; }

    /// <summary>Closes all connections.</summary>
    public void Dispose()
    {
        Http.Dispose();
        _clientCertificate?.Dispose();
    }

    private static SocketsHttpHandler Sockets(KubeConnectionOptions options) => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingDelay = options.PingDelay,
        KeepAlivePingTimeout = options.PingTimeout,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    private static SslClientAuthenticationOptions Tls(KubernetesClientConfiguration config, X509Certificate2? client)
    {
        var tls = new SslClientAuthenticationOptions();
        if (client is not null) tls.ClientCertificates = [client];
#pragma warning disable CA5359 // Asked for by insecure-skip-tls-verify in the kubeconfig; kubectl does the same.
        if (config.SkipTlsVerify) tls.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        else if (config.SslCaCerts is { } authorities) tls.CertificateChainPolicy = Trusting(authorities);
        return tls;
    }

    /// <summary>Only the cluster's own authorities count. The host name is checked as well, by the framework.</summary>
    private static X509ChainPolicy Trusting(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static ITokenProvider? TokenOf(KubernetesClientConfiguration config) =>
        config.TokenProvider
        ?? (string.IsNullOrEmpty(config.AccessToken) ? null : new StringTokenProvider(config.AccessToken, "Bearer"));
}
