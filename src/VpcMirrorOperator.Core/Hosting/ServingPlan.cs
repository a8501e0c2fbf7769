using System.Net;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting;

/// <summary>Where probes and metrics are served, and how the metrics are.</summary>
/// <param name="Address">Interface of both.</param>
/// <param name="MetricsPort">TCP port of the metrics.</param>
/// <param name="Secure">
/// Metrics over HTTPS, and only for who may read them by the API server's word; otherwise plain HTTP, for everybody who reaches the port.
/// </param>
internal sealed record ServingPlan(IPAddress Address, int MetricsPort, bool Secure)
{
    /// <summary>As kubebuilder's projects have it.</summary>
    public const int SecurePort = 8443;

    /// <summary>The port without TLS.</summary>
    public const int PlainPort = 8080;

    /// <summary>
    /// Inside a pod everything listens on all interfaces, and metrics are secure; elsewhere on loopback, and plain. What is set explicitly
    /// counts; but whatever leaves loopback is secure unless that is switched off.
    /// </summary>
    /// <exception cref="StartupException">A certificate is named, and TLS switched off.</exception>
    public static ServingPlan Of(ControllerSettings settings)
    {
        if (settings is { MetricsCertificates: not null, MetricsSecure: false })
            throw new StartupException("--metrics-cert-dir needs TLS: leave out --metrics-secure=false.");
        var address = settings.BindAddress ?? (settings.InPod ? IPAddress.Any : IPAddress.Loopback);
        var secure = settings.MetricsSecure ?? (settings.MetricsCertificates is not null || !IPAddress.IsLoopback(address));
        return new ServingPlan(address, settings.MetricsPort ?? (secure ? SecurePort : PlainPort), secure);
    }
}
