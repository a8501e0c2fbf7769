using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>
/// Finds the address of a product in a region: explicit endpoint, then the fixed table of the product, then
/// <c>product.region.aliyuncs.com</c> (the order of the official SDKs).
/// </summary>
internal sealed class EndpointResolver
{
    private readonly Dictionary<string, Uri> _overrides;

    /// <summary>Checks the options once.</summary>
    /// <exception cref="ArgumentException">An endpoint is malformed, or asks for plain HTTP to another machine.</exception>
    public EndpointResolver(EndpointOptions options)
    {
        _overrides = options.Overrides.ToDictionary(
            o => o.Key, o => EndpointAddress.Parse(o.Value), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The base address, always with the path <c>/</c>.</summary>
    /// <exception cref="CloudException"><see cref="ClientErrorCodes.InvalidRegion"/>: the region would change the host name.</exception>
    public Uri Resolve(string product, string regionId, string action)
    {
        if (_overrides.TryGetValue(product, out var explicitEndpoint)) return explicitEndpoint;
        if (!RegionIdSyntax.IsWellFormed(regionId))
            throw new CloudException(action, ClientErrorCodes.InvalidRegion,
                $"'{ForeignText.Clean(regionId, ForeignText.WordLength)}' is not a region id such as cn-hongkong");
        return new Uri($"https://{EndpointTable.Find(product, regionId) ?? ByRule(product, regionId)}/");
    }

    private static string ByRule(string product, string regionId) => $"{product.ToLowerInvariant()}.{regionId}.aliyuncs.com";
}
