using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>Where a controller serves its probes and metrics, on loopback.</summary>
public sealed record ControllerPorts(int Health, int Metrics)
{
    private static readonly HttpClient Http = new();

    // As a scraper that cannot know the certificate.
    private static readonly HttpClient Https = new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
    });

    /// <summary>The options that make a controller serve there.</summary>
    public IReadOnlyList<string> Options =>
        ["--bind-address", "127.0.0.1", "--health-port", Text(Health), "--metrics-port", Text(Metrics)];

    public static ControllerPorts Free() => new(FreePort(), FreePort());

    /// <summary>The answer of a probe; null when nobody answers.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri($"http://127.0.0.1:{Health}{path}"));
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The page that Prometheus reads.</summary>
    public Task<string> MetricsAsync() => Http.GetStringAsync(new Uri($"http://127.0.0.1:{Metrics}/metrics"));

    /// <summary>The same where it is secure.</summary>
    /// <param name="token">The bearer token to send; null for none.</param>
    public async Task<(HttpStatusCode Status, string Body)> SecureMetricsAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://127.0.0.1:{Metrics}/metrics"));
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await Https.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Whether this controller is the leader, by its own account.</summary>
    public async Task<bool> LeadsAsync() =>
        (await MetricsAsync()).Contains("""leader_election_master_status{name="vpc-mirror-operator"} 1""", StringComparison.Ordinal);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
