namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>Where the products are called. The defaults are right for the public cloud.</summary>
public sealed record EndpointOptions
{
    /// <summary>
    /// Explicit endpoints by product (<c>Vpc</c>, <c>Sts</c>; case-insensitive): a host, <c>host:port</c>, or an URL without path.
    /// Wins over everything else. Plain HTTP is accepted for a loopback address only.
    /// </summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Empty or <c>public</c> for the public endpoints, <c>vpc</c> for those inside a VPC. As in the SDKs, a region of the fixed
    /// table keeps its public endpoint (cn-hangzhou for instance): name the internal one in <see cref="Overrides"/> there.
    /// </summary>
    public string Network { get; init; } = "";

    /// <summary>
    /// For overrides without one: <c>https</c>, or <c>http</c>, which is accepted for a loopback address only.
    /// </summary>
    public string Scheme { get; init; } = Uri.UriSchemeHttps;
}
