namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// What an account may do on its first day (page "Traffic mirroring overview", quotas). Some can be raised, none is ever lower. They
/// explain a refusal; nothing is kept from being tried because of them.
/// </summary>
internal static class MirrorQuotas
{
    /// <summary>Sources of a session; can be raised.</summary>
    public const int SourcesPerSession = 10;

    /// <summary>Sessions that a network interface can be a source of; cannot be raised.</summary>
    public const int SessionsPerInterface = 3;

    /// <summary>Sources of a network interface as target, over all its sessions, on an ordinary instance; can be raised.</summary>
    public const int SourcesPerSmallTarget = 20;

    /// <summary>The same on a large instance type; can be raised.</summary>
    public const int SourcesPerLargeTarget = 200;

    /// <summary>Sources of a load balancer or an endpoint as target; cannot be raised.</summary>
    public const int SourcesPerLoadBalancer = 500;
}
