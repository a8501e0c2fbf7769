using VpcMirrorOperator.AlibabaCloud.Endpoints;
using VpcMirrorOperator.AlibabaCloud.RateLimiting;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>Settings of one client. The defaults are right for the public cloud.</summary>
public sealed record RpcClientOptions
{
    /// <summary>Where the products are called.</summary>
    public EndpointOptions Endpoints { get; init; } = new();

    /// <summary>Default rate limits.</summary>
    public RateBudgetOptions RateBudget { get; init; } = new();
}
