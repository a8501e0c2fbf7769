using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>
/// Reads network interfaces, one page per call. Filters are combined with "and". Always give <see cref="MaxResults"/>: without it and
/// <see cref="NextToken"/> the older paging by numbers is used. An unknown id is either absent from the answer or refused with
/// <c>InvalidEniId.NotFound</c>; an unknown instance with <c>InvalidEcsId.NotFound</c>, a vSwitch with <c>InvalidVSwitchId.NotFound</c>
/// (HTTP 404). Source: API page and SDK model docs of DescribeNetworkInterfaces, 2014-05-26.
/// </summary>
public sealed record DescribeNetworkInterfacesRequest : IEcsRequest<DescribeNetworkInterfacesResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary>At most 100 ids <c>eni-…</c>.</summary>
    public IReadOnlyList<string>? NetworkInterfaceId { get; init; }

    /// <summary>Interfaces of this instance <c>i-…</c>. Members of a trunk are left out: ask for them by VPC and type.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Interfaces of this VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>Interfaces of this vSwitch.</summary>
    public string? VSwitchId { get; init; }

    /// <summary>Interfaces with this security group. Finds secondary interfaces only.</summary>
    public string? SecurityGroupId { get; init; }

    /// <summary><c>Primary</c> or <c>Secondary</c>; <c>Trunk</c> and <c>Member</c> work, too, though no page says so.</summary>
    public string? Type { get; init; }

    /// <summary><c>Available</c>, <c>Attaching</c>, <c>InUse</c>, <c>Detaching</c> or <c>Deleting</c>.</summary>
    public string? Status { get; init; }

    /// <summary>
    /// At most 20 tags. The answer then has 1,000 interfaces at most, over all pages: more are found by ListTagResources.
    /// </summary>
    public IReadOnlyList<ResourceTag>? Tag { get; init; }

    /// <summary>
    /// Interfaces of this resource group, 1,000 at most over all pages. The default group cannot be asked for: all are answered then.
    /// </summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Only those, or only others than those, that a cloud service manages.</summary>
    public bool? ServiceManaged { get; init; }

    /// <summary>Exact name, 2 to 128 characters.</summary>
    public string? NetworkInterfaceName { get; init; }

    /// <summary>The interface with this primary private address.</summary>
    public string? PrimaryIpAddress { get; init; }

    /// <summary>At most 100 secondary private IPv4 addresses.</summary>
    public IReadOnlyList<string>? PrivateIpAddress { get; init; }

    /// <summary>At most 100 IPv6 addresses.</summary>
    public IReadOnlyList<string>? Ipv6Address { get; init; }

    /// <summary>Page size, 10 to 500; the API raises and lowers what is outside.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Opaque token of the page before; keep all other parameters equal between pages.</summary>
    public string? NextToken { get; init; }

    /// <summary>
    /// The older paging, which is deprecated: number of the page, from 1. Ignored where the token or its page size is given.
    /// </summary>
    public int? PageNumber { get; init; }

    /// <summary>The older paging, which is deprecated: 1 to 1000, 10 by default.</summary>
    public int? PageSize { get; init; }

    /// <inheritdoc/>
    public string Action => "DescribeNetworkInterfaces";

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public JsonTypeInfo<DescribeNetworkInterfacesResponse> ResponseType =>
        DescribeNetworkInterfacesJson.Default.DescribeNetworkInterfacesResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("InstanceId", InstanceId)
        .AddList("Ipv6Address", Ipv6Address)
        .Add("MaxResults", MaxResults)
        .AddList("NetworkInterfaceId", NetworkInterfaceId)
        .Add("NetworkInterfaceName", NetworkInterfaceName)
        .Add("NextToken", NextToken)
        .Add("PageNumber", PageNumber)
        .Add("PageSize", PageSize)
        .Add("PrimaryIpAddress", PrimaryIpAddress)
        .AddList("PrivateIpAddress", PrivateIpAddress)
        .Add("RegionId", RegionId)
        .Add("ResourceGroupId", ResourceGroupId)
        .Add("SecurityGroupId", SecurityGroupId)
        .Add("ServiceManaged", ServiceManaged)
        .Add("Status", Status)
        .AddTags("Tag", Tag)
        .Add("Type", Type)
        .Add("VSwitchId", VSwitchId)
        .Add("VpcId", VpcId);
}

/// <summary>One page of network interfaces.</summary>
public sealed record DescribeNetworkInterfacesResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary>Number of interfaces that match, over all pages. Without meaning when paged by tokens. Null when absent.</summary>
    public int? TotalCount { get; init; }

    /// <summary>Token of the next page; empty or absent on the last.</summary>
    [JsonConverter(typeof(LenientTextConverter))]
    public string? NextToken { get; init; }

    /// <summary>The older paging; without meaning when paged by tokens.</summary>
    public int? PageNumber { get; init; }

    /// <summary>As <see cref="PageNumber"/>.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// The interfaces of this page (the list <c>NetworkInterfaceSet</c> in an object of this name). Null when absent, which is not the
    /// same as none: such an answer proves nothing.
    /// </summary>
    [JsonConverter(typeof(NetworkInterfaceSetConverter))]
    public ReplyList<ListedNetworkInterface>? NetworkInterfaceSets { get; init; }
}

[JsonSourceGenerationOptions(
    // Two lists of one name contradict each other; the last one must not win silently.
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(CleanTextConverter), typeof(LenientIntConverter), typeof(LenientBoolConverter),
    ])]
[JsonSerializable(typeof(DescribeNetworkInterfacesResponse))]
[JsonSerializable(typeof(ListedNetworkInterface))]
[JsonSerializable(typeof(PrivateIp))]
[JsonSerializable(typeof(Ipv6Ip))]
[JsonSerializable(typeof(Ipv4Prefix))]
[JsonSerializable(typeof(Ipv6Prefix))]
[JsonSerializable(typeof(InterfaceTag))]
[JsonSerializable(typeof(InterfaceAttachment))]
[JsonSerializable(typeof(PublicIp))]
internal sealed partial class DescribeNetworkInterfacesJson : JsonSerializerContext;
