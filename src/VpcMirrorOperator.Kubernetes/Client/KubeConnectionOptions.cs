namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>How a <see cref="KubeConnection"/> notices that the server is gone.</summary>
internal sealed record KubeConnectionOptions
{
    /// <summary>Quiet time of an HTTP/2 connection after which it is pinged while a request is open; default 30 s.</summary>
    public TimeSpan PingDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Time for the answer; default 15 s. Together less than a minute: a watch on a frozen server must not go unnoticed for longer.
    /// </summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(15);
}
