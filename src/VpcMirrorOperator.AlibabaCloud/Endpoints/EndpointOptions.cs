namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>Where the products are called. The defaults are right for the public cloud.</summary>
public sealed record EndpointOptions
{
    /// <summary>
    /// Explicit endpoints by product (<c>Vpc</c>, <c>Ecs</c>, <c>Sts</c>; case-insensitive): a host, <c>host:port</c>, or an URL without
    /// path. Wins over everything else. Plain HTTP is accepted for a loopback address only.
    /// </summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new Dictionary<string, string>();
}
