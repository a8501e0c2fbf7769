using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>Lists stand in an object of their own in this API, named for their items.</summary>
internal sealed record DescribeReply(
    string RequestId, string NextToken, int PageNumber, int PageSize, int TotalCount, InterfaceSets NetworkInterfaceSets);

internal sealed record InterfaceSets(IReadOnlyList<InterfaceReply> NetworkInterfaceSet);

internal sealed record PrivateIpSets(IReadOnlyList<PrivateIp> PrivateIpSet);

internal sealed record PrivateIp(string PrivateIpAddress, bool Primary);

internal sealed record Ipv6Sets(IReadOnlyList<Ipv6> Ipv6Set);

internal sealed record Ipv6(string Ipv6Address);

internal sealed record Ipv4PrefixSets(IReadOnlyList<string> Ipv4PrefixSet);

internal sealed record Ipv6PrefixSets(IReadOnlyList<string> Ipv6PrefixSet);

internal sealed record SecurityGroupIds(ImmutableArray<string> SecurityGroupId);

internal sealed record InterfaceTags(IReadOnlyList<InterfaceTag> Tag);

internal sealed record InterfaceTag(string TagKey, string TagValue);

internal sealed record Attachment(string? InstanceId, int? DeviceIndex, string? TrunkNetworkInterfaceId, int? NetworkCardIndex);

/// <summary>Public addresses are not emulated.</summary>
internal sealed record AssociatedPublicIp;

internal sealed record ListTagsReply(string RequestId, string NextToken, TagResourceSet TagResources);

internal sealed record TagResourceSet(IReadOnlyList<TaggedInterface> TagResource);

internal sealed record TaggedInterface(string ResourceId, string ResourceType, string TagKey, string TagValue);

/// <summary>The JSON of ECS: names as in the documentation, absent rather than null.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DescribeReply))]
[JsonSerializable(typeof(ListTagsReply))]
internal sealed partial class EcsJson : JsonSerializerContext;
