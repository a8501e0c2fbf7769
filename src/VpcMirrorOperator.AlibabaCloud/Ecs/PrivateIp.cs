using System.Text.Json.Serialization;
using VpcMirrorOperator.AlibabaCloud.Json;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>A private IPv4 address of a network interface (element of <c>PrivateIpSet</c>).</summary>
public sealed record PrivateIp
{
    /// <summary>The address.</summary>
    public string? PrivateIpAddress { get; init; }

    /// <summary>Whether it is the primary one.</summary>
    public bool? Primary { get; init; }

    /// <summary>Its private name.</summary>
    public string? PrivateDnsName { get; init; }

    /// <summary>Its public address.</summary>
    [JsonConverter(typeof(LenientObjectConverter<PublicIp>))]
    public PublicIp? AssociatedPublicIp { get; init; }
}
