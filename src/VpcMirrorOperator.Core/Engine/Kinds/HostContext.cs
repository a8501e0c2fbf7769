using Microsoft.Extensions.Logging;
using Prometheus;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>What the process gives to every kind.</summary>
internal sealed record HostContext
{
    /// <summary>Clock, variables and randomness.</summary>
    public required ProcessEnvironment Process { get; init; }

    /// <summary>This process, unique: for the record of each write.</summary>
    public required string Holder { get; init; }

    /// <summary>Whose what is created is.</summary>
    public required Installation Installation { get; init; }

    /// <summary>What the kinds know of each other's objects.</summary>
    public KindLinks Links { get; init; } = new();

    /// <summary>The API server.</summary>
    public required KubeClient Client { get; init; }

    /// <summary>Client and reader of each cloud account.</summary>
    public required CloudAccounts Accounts { get; init; }

    /// <summary>Tells users what happens to their objects.</summary>
    public required EventRecorder Events { get; init; }

    /// <summary>Whether this process leads; asked before each write.</summary>
    public required Func<bool> MayWrite { get; init; }

    /// <summary>The term of this process as leader, which grows with each change of the leader; 0 without an election.</summary>
    public Func<long> Term { get; init; } = () => 0;

    /// <summary>Whether a namespace is being deleted; asked of the API server.</summary>
    public Func<string, CancellationToken, ValueTask<bool>> IsNamespaceEnding { get; init; } = (_, _) => ValueTask.FromResult(false);

    /// <summary>Makes metrics; the same name and labels give the same metric.</summary>
    public required IMetricFactory Metrics { get; init; }

    /// <summary>Counts what all informers of the process do.</summary>
    public required IInformerMetrics Informers { get; init; }

    /// <summary>Makes loggers.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Only these namespaces; empty for all.</summary>
    public required IReadOnlyList<string> Namespaces { get; init; }

    /// <summary>Label selector; null for all objects.</summary>
    public required string? Selector { get; init; }

    /// <summary>What namespaces may have.</summary>
    public required TenancyRules Tenancy { get; init; }

    /// <summary>The operator's own namespace.</summary>
    public required string OwnNamespace { get; init; }

    /// <summary>Objects of one kind worked on at once, 1 or more.</summary>
    public required int Workers { get; init; }
}
