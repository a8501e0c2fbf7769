using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.RateLimiting;
using VpcMirrorOperator.AlibabaCloud.Transport;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>Settings of one client. The defaults are right for the public cloud.</summary>
public sealed record RpcClientOptions
{
    /// <summary>Where the products are called.</summary>
    public EndpointOptions Endpoints { get; init; } = new();

    /// <summary>Limit on one attempt, from connecting to the last byte of the answer. Positive; default 10 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A longer answer is refused as unreadable. Positive; default 16 MiB.</summary>
    public int MaxReplyBytes { get; init; } = HttpSender.DefaultMaxReplyBytes;

    /// <summary>The User-Agent header; it is not signed.</summary>
    public string UserAgent { get; init; } = "VpcMirrorOperator";

    /// <summary>Default rate limits.</summary>
    public RateBudgetOptions RateBudget { get; init; } = new();
}
