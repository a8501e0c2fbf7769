namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>What to follow (Kubernetes API concepts, "Efficient detection of changes").</summary>
internal sealed record WatchOptions
{
    /// <summary>
    /// Quiet time of an HTTP/1.1 stream after which the server is probed with another request. HTTP/2 has pings for that
    /// (<see cref="KubeConnection"/>); over HTTP/1.1 a frozen server cannot be told from one without changes.
    /// </summary>
    internal static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(30);

    /// <summary>The annotation of the bookmark after the initial events; its value is <c>"true"</c>.</summary>
    internal const string InitialEventsEnd = "k8s.io/initial-events-end";

    /// <summary>How long the answer to the probe may take, so that a frozen server is noticed within 45 s.</summary>
    internal static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(15);

    /// <summary>How much later than it was asked to the server may end the stream.</summary>
    internal static readonly TimeSpan EndTolerance = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Only changes after this version; from <see cref="ListPage{T}.ResourceVersion"/> or the last event. With
    /// <see cref="SendInitialEvents"/>: a state that is at least as new; empty for the newest.
    /// </summary>
    public required string ResourceVersion { get; init; }

    /// <summary>
    /// First an <c>ADDED</c> event for each object, changes in between, and a bookmark with <see cref="InitialEventsEnd"/> where the
    /// state is complete (API concepts, "Streaming lists"; since Kubernetes 1.34 by default). Older servers refuse it or know nothing
    /// of it.
    /// </summary>
    public bool SendInitialEvents { get; init; }

    /// <summary>Label selector; null for all. An object that stops matching is reported as deleted.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>When the server shall end the stream (<c>timeoutSeconds</c>); a stream that goes on 30 s longer counts as broken.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Called whenever the server sends anything; must be quick and must not throw.</summary>
    public Action? OnActivity { get; init; }

    internal string Query => new QueryString()
        .Add("watch", "true")
        .Add("allowWatchBookmarks", "true")
        .Add("labelSelector", LabelSelector)
        .Add("sendInitialEvents", SendInitialEvents ? "true" : null)
        .Add("resourceVersion", ResourceVersion)
        .Add("resourceVersionMatch", SendInitialEvents ? "NotOlderThan" : null)
        .Add("timeoutSeconds", (int)Timeout.TotalSeconds)
        .ToString();
}
