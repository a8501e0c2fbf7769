namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Where copies may go.</summary>
public sealed record PolicyTarget
{
    /// <summary><c>NetworkInterface</c>, <c>SLB</c> or another type of the API.</summary>
    public required string Type { get; init; }

    /// <summary>The id of the interface, load balancer or endpoint.</summary>
    public required string Id { get; init; }

    /// <summary>The zone that it is in, for example <c>cn-hangzhou-h</c>; used by <see cref="Placement.PreferSameZone"/>.</summary>
    public string? ZoneId { get; init; }

    /// <summary>
    /// The most sources that may point at it, over all sessions of the account; default by type. A network interface of a large instance
    /// type takes more than the default: declare it.
    /// </summary>
    public int? MaxSources { get; init; }

    /// <summary>VXLAN network identifier of the copies that go there, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; init; }
}
