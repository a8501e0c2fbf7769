using System.Security.Cryptography.X509Certificates;

namespace VpcMirrorOperator.TestSupport.ApiServers;

/// <summary>Asks an API server whether it is ready, until it is.</summary>
internal sealed class Readiness : IDisposable
{
    private readonly HttpClient _http;

    public Readiness(Uri address, TestPki pki)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(pki.Authority);
        var client = X509Certificate2.CreateFromPemFile(pki.PathOf("user1.crt"), pki.PathOf("user1.key"));
        var handler = new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = policy, ClientCertificates = [client] },
        };
        _http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(2) };
    }

    public async Task<bool> WaitAsync(TimeSpan patience)
    {
        var time = TimeProvider.System;
        for (var started = time.GetTimestamp(); time.GetElapsedTime(started) < patience;)
        {
            if (await IsReadyAsync()) return true;
            await Task.Delay(TimeSpan.FromMilliseconds(100), time);
        }

        return false;
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("/readyz", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
