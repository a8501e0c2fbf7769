using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Hosting.Serving;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting;

/// <summary>The two ports of the operator: probes, always plain, and metrics, as the <see cref="ServingPlan"/> says.</summary>
internal sealed class OperatorEndpoints : IAsyncDisposable
{
    private readonly HttpEndpoint _health;
    private readonly HttpEndpoint _metrics;
    private readonly TokenVerdicts? _verdicts;

    private OperatorEndpoints(HttpEndpoint health, HttpEndpoint metrics, TokenVerdicts? verdicts) =>
        (_health, _metrics, _verdicts) = (health, metrics, verdicts);

    /// <summary>Starts to listen.</summary>
    /// <param name="parts">What is served, and who reviews tokens.</param>
    /// <param name="settings">Where and how.</param>
    /// <param name="logger">Told of it.</param>
    /// <exception cref="StartupException">A port is in use or may not be bound; the certificate cannot be used.</exception>
    public static async Task<OperatorEndpoints> StartAsync(OperatorParts parts, ControllerSettings settings, ILogger logger)
    {
        var plan = ServingPlan.Of(settings);
        var certificate = plan.Secure ? Certificate(settings, parts.Time, logger) : null;
        var verdicts = plan.Secure
            ? new TokenVerdicts((token, stop) => parts.Reviewer.ReviewAsync(token, "/metrics", "get", stop), parts.Time)
            : null;
        RequestDelegate page = context => parts.Metrics.WriteAsync(context, parts.Kinds);
        if (verdicts is not null) page = new MetricsGate(verdicts, parts.Time, logger).Before(page);
        var health = await ServeAsync(plan, "--health-port", settings.HealthPort, null, new Dictionary<string, RequestDelegate>
        {
            ["/healthz"] = parts.Health.Live(),
            ["/readyz"] = parts.Health.Ready(),
        });
        try
        {
            var metrics = await ServeAsync(plan, "--metrics-port", plan.MetricsPort, certificate, new Dictionary<string, RequestDelegate>
            {
                ["/metrics"] = page,
            });
            logger.Serving(health.Address, metrics.Address);
            if (!plan.Secure && !IPAddress.IsLoopback(plan.Address)) logger.ServingForEverybody();
            return new OperatorEndpoints(health, metrics, verdicts);
        }
        catch
        {
            await health.DisposeAsync();
            verdicts?.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _metrics.DisposeAsync();
        await _health.DisposeAsync();
        _verdicts?.Dispose();
    }

    private static Func<SslStreamCertificateContext> Certificate(ControllerSettings settings, TimeProvider time, ILogger logger)
    {
        if (settings.MetricsCertificates is { } folder) return new CertificateFolder(folder, time, logger).Current;
        var own = SelfSignedCertificate.Create(time);
        return () => own;
    }

    private static async Task<HttpEndpoint> ServeAsync(
        ServingPlan plan, string option, int port, Func<SslStreamCertificateContext>? certificate,
        Dictionary<string, RequestDelegate> routes)
    {
        try
        {
            return await HttpEndpoint.StartAsync(plan.Address, port, certificate, routes, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var number = port.ToString(CultureInfo.InvariantCulture);
            throw new StartupException($"{option} {number}: {e.Message.TrimEnd('.')}. Choose another port or --bind-address.", e);
        }
    }
}
