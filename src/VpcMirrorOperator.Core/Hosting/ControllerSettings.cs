using System.Net;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Hosting;

/// <summary>What <c>vpc-mirror controller</c> was asked for.</summary>
internal sealed record ControllerSettings
{
    /// <summary>A kubeconfig file; null to search as controller-runtime does.</summary>
    public string? Kubeconfig { get; init; }

    /// <summary>A context of the kubeconfig; null for the current one.</summary>
    public string? Context { get; init; }

    /// <summary>Only these namespaces; empty for all.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Label selector; null for all objects. Several operators can share a cluster by it.</summary>
    public string? Selector { get; init; }

    /// <summary>A file with the allow-list of namespaces; null for none.</summary>
    public string? TenancyFile { get; init; }

    /// <summary>What namespaces may have, by that file.</summary>
    public TenancyRules Tenancy { get; init; } = TenancyRules.WithoutList;

    /// <summary>Objects worked on at once, 1 or more.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>
    /// Whether a Lease decides who works. Without it the fence of the status still keeps two processes from doubling a write.
    /// </summary>
    public bool LeaderElect { get; init; } = true;

    /// <summary>Namespace of the Lease; null for the namespace of the pod or of the kubeconfig's context.</summary>
    public string? LeaseNamespace { get; init; }

    /// <summary>Name of the Lease.</summary>
    public string LeaseName { get; init; } = "vpc-mirror-operator";

    /// <summary>Whether this is a container of a pod, whose loopback nobody outside reaches.</summary>
    public bool InPod { get; init; }

    /// <summary>Where probes and metrics are served; null for everywhere in a pod, and loopback elsewhere.</summary>
    public IPAddress? BindAddress { get; init; }

    /// <summary>TCP port of <c>/metrics</c>; 0 for any free one; null for the usual one.</summary>
    public int? MetricsPort { get; init; }

    /// <summary>Whether metrics need TLS and a token; null for everywhere but on loopback.</summary>
    public bool? MetricsSecure { get; init; }

    /// <summary>Folder with tls.crt and tls.key for the metrics; null for a certificate of its own.</summary>
    public string? MetricsCertificates { get; init; }

    /// <summary>TCP port of <c>/healthz</c> and <c>/readyz</c>; 0 for any free one.</summary>
    public int HealthPort { get; init; } = 8081;

    /// <summary>VPC endpoint; null for the region's.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The least severe log lines that are written.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Lines for people instead of JSON.</summary>
    public bool TextLog { get; init; }

    /// <summary>The Lease.</summary>
    /// <param name="ownNamespace">Namespace of the connection, if it has one.</param>
    public ObjectKey Lease(string? ownNamespace) => new(LeaseNamespace ?? ownNamespace ?? "default", LeaseName);
}
