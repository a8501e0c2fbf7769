using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Settings of a <see cref="KubeClient"/>.</summary>
public sealed record KubeClientOptions
{
    /// <summary>Who writes, as <c>managedFields</c> will name it (query parameter <c>fieldManager</c>, at most 128 characters).</summary>
    public required string FieldManager { get; init; }

    /// <summary>Header <c>User-Agent</c>, as audit logs show it; default: the field manager.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Bound of one call with all its attempts; default 30 s. A watch is bound by it only until the server answers.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts of one call, at least 1; default 10, as in client-go.</summary>
    public int Attempts { get; init; } = 10;

    /// <summary>Wait before repeating an idempotent call whose connection broke; default 100 ms → 5 s, doubling, up to double by jitter.</summary>
    public Backoff RetryBackoff { get; init; } = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), Factor: 2, Jitter: 1);
}
