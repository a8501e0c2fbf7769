using System.Text.Json.Serialization;
using VpcMirrorOperator.AlibabaCloud.Json;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>
/// One network interface as DescribeNetworkInterfaces reports it (element of <c>NetworkInterfaceSet</c>). The API promises no field, so
/// every one may be absent; a field of an undocumented type is read as absent too. A list that ECS wraps into an object of its own stands
/// here without it.
/// </summary>
public sealed record ListedNetworkInterface
{
    /// <summary><c>eni-…</c>.</summary>
    public string? NetworkInterfaceId { get; init; }

    /// <summary>2 to 128 characters.</summary>
    public string? NetworkInterfaceName { get; init; }

    /// <summary>2 to 256 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>Available</c>, <c>Attaching</c>, <c>InUse</c>, <c>Detaching</c> or <c>Deleting</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>Primary</c>, <c>Secondary</c>, <c>Trunk</c> or <c>Member</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The instance <c>i-…</c>; absent where a cloud service manages the interface.</summary>
    public string? InstanceId { get; init; }

    /// <summary><c>vpc-…</c>.</summary>
    public string? VpcId { get; init; }

    /// <summary><c>vsw-…</c>.</summary>
    public string? VSwitchId { get; init; }

    /// <summary>For example <c>cn-hangzhou-i</c>.</summary>
    public string? ZoneId { get; init; }

    /// <summary>For example <c>00:16:3e:0d:7b:c2</c>.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The primary private IPv4 address.</summary>
    public string? PrivateIpAddress { get; init; }

    /// <summary>All private IPv4 addresses (wrapped <c>PrivateIpSet</c>).</summary>
    [JsonConverter(typeof(PrivateIpSetConverter))]
    public ReplyList<PrivateIp>? PrivateIpSets { get; init; }

    /// <summary>IPv6 addresses (wrapped <c>Ipv6Set</c>); their traffic is never mirrored.</summary>
    [JsonConverter(typeof(Ipv6SetConverter))]
    public ReplyList<Ipv6Ip>? Ipv6Sets { get; init; }

    /// <summary>IPv4 prefixes (wrapped <c>Ipv4PrefixSet</c>).</summary>
    [JsonConverter(typeof(Ipv4PrefixSetConverter))]
    public ReplyList<Ipv4Prefix>? Ipv4PrefixSets { get; init; }

    /// <summary>IPv6 prefixes (wrapped <c>Ipv6PrefixSet</c>).</summary>
    [JsonConverter(typeof(Ipv6PrefixSetConverter))]
    public ReplyList<Ipv6Prefix>? Ipv6PrefixSets { get; init; }

    /// <summary>The public address of the primary private one.</summary>
    [JsonConverter(typeof(LenientObjectConverter<PublicIp>))]
    public PublicIp? AssociatedPublicIp { get; init; }

    /// <summary>Security groups <c>sg-…</c> (wrapped <c>SecurityGroupId</c>). Null when absent, which is not the same as none.</summary>
    [JsonConverter(typeof(SecurityGroupIdConverter))]
    public ReplyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tags (wrapped <c>Tag</c>). Null when absent, which is not the same as none.</summary>
    [JsonConverter(typeof(InterfaceTagConverter))]
    public ReplyList<InterfaceTag>? Tags { get; init; }

    /// <summary>What it is attached to.</summary>
    [JsonConverter(typeof(LenientObjectConverter<InterfaceAttachment>))]
    public InterfaceAttachment? Attachment { get; init; }

    /// <summary><c>rg-…</c>.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>The account that owns it.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Whether a cloud service manages it; such an interface is neither source nor target of a session.</summary>
    public bool? ServiceManaged { get; init; }

    /// <summary>The number of the service that manages it; text here, a number on the wire.</summary>
    [JsonPropertyName("ServiceID")]
    public string? ServiceId { get; init; }

    /// <summary><c>Standard</c> or <c>HighPerformance</c>.</summary>
    public string? NetworkInterfaceTrafficMode { get; init; }

    /// <summary>Queues; null when absent.</summary>
    public int? QueueNumber { get; init; }

    /// <summary>Queue pairs; null when absent.</summary>
    public int? QueuePairNumber { get; init; }

    /// <summary>Whether it is deleted with its instance.</summary>
    public bool? DeleteOnRelease { get; init; }

    /// <summary>Whether packets of foreign addresses are refused.</summary>
    public bool? SourceDestCheck { get; init; }

    /// <summary>UTC.</summary>
    public string? CreationTime { get; init; }
}
