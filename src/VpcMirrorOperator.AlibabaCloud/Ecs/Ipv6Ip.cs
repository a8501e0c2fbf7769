namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>An IPv6 address of a network interface (element of <c>Ipv6Set</c>).</summary>
public sealed record Ipv6Ip
{
    /// <summary>The address.</summary>
    public string? Ipv6Address { get; init; }

    /// <summary>Whether it is the primary one.</summary>
    public bool? Primary { get; init; }
}
