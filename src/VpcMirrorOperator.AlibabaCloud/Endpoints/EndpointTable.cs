namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>Regions whose endpoint does not follow the rule of a product.</summary>
internal static class EndpointTable
{
    /// <summary>The host of a region that is out of the rule; null when the rule holds.</summary>
    public static string? Find(string product, string regionId) => product.ToUpperInvariant() switch
    {
        "VPC" => VpcEndpoints.Exceptions.GetValueOrDefault(regionId),
        "ECS" => EcsEndpoints.Exceptions.GetValueOrDefault(regionId),
        _ => null,
    };
}
