using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>
/// Finds the address of a product in a region: explicit endpoint, then the fixed table of the product, then
/// <c>product[-network].region.aliyuncs.com</c> (the order of the official SDKs).
/// </summary>
public sealed class EndpointResolver
{
    private readonly Dictionary<string, Uri> _overrides;
    private readonly string _suffix;

    /// <summary>Checks the options once.</summary>
    /// <exception cref="ArgumentException">An endpoint is malformed, or asks for plain HTTP to another machine.</exception>
    public EndpointResolver(EndpointOptions options)
    {
        if (options.Scheme is not ("https" or "http"))
            throw new ArgumentException($"endpoint scheme '{options.Scheme}' is neither https nor http", nameof(options));
        if (options.Network.Length > 0 && !RegionIdSyntax.IsWellFormed(options.Network))
            throw new ArgumentException($"endpoint network '{options.Network}' is not a network name such as 'vpc'", nameof(options));
        _overrides = options.Overrides.ToDictionary(
            o => o.Key, o => EndpointAddress.Parse(o.Value, options.Scheme), StringComparer.OrdinalIgnoreCase);
        if (options.Scheme == "http" && _overrides.Count == 0)
            throw new ArgumentException("plain HTTP needs an explicit endpoint with a loopback address", nameof(options));
        _suffix = options.Network is "" or "public" ? "" : $"-{options.Network}";
    }

    /// <summary>The base address, always with the path <c>/</c>.</summary>
    /// <exception cref="CloudException"><see cref="ClientErrorCodes.InvalidRegion"/>: the region would change the host name.</exception>
    public Uri Resolve(string product, string regionId, string action)
    {
        if (!RegionIdSyntax.IsWellFormed(regionId))
            throw new CloudException(action, ClientErrorCodes.InvalidRegion,
                $"'{ErrorText.Clean("", regionId)}' is not a region id such as cn-hongkong");
        return _overrides.TryGetValue(product, out var explicitEndpoint)
            ? explicitEndpoint
            : new Uri($"https://{EndpointTable.Find(product, regionId) ?? ByRule(product, regionId)}/");
    }

    private string ByRule(string product, string regionId) => $"{product.ToLowerInvariant()}{_suffix}.{regionId}.aliyuncs.com";
}
