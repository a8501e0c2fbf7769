namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Settings of an <see cref="EventRecorder"/>; the numbers are client-go's.</summary>
public sealed record EventRecorderOptions
{
    /// <summary>Who reports: a qualified name, for example <c>example.com/controller</c>.</summary>
    public required string Controller { get; init; }

    /// <summary>Which instance of it: the pod's name; at most 128 characters.</summary>
    public required string Instance { get; init; }

    /// <summary>Events that may wait to be sent; more are dropped. Default 1000.</summary>
    public int Capacity { get; init; } = 1000;

    /// <summary>Events about one object that are let through in a burst; default 25.</summary>
    public int Burst { get; init; } = 25;

    /// <summary>Time after which one more is let through; default 5 min.</summary>
    public TimeSpan Refill { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries to send one event; default 12.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>Time between tries; default 10 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Quiet time after which a series is finished; default 6 min.</summary>
    public TimeSpan SeriesEnd { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>How often the count of a running series is written; default 30 min.</summary>
    public TimeSpan SeriesRefresh { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the flush at shutdown may take; default 5 s.</summary>
    public TimeSpan FlushLimit { get; init; } = TimeSpan.FromSeconds(5);
}
