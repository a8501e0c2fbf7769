using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VpcMirrorOperator.Emulator.Actions;

internal sealed record WriteReply(string RequestId);

internal sealed record ServiceStatusReply(string RequestId, bool Enabled);

/// <summary>TotalCount is a string in this API; NextToken is absent on the last page.</summary>
internal sealed record ListReply(
    string RequestId, string TotalCount, string? NextToken, IReadOnlyList<SessionReply> TrafficMirrorSessions);

internal sealed record TagReply(string Key, string Value);

internal sealed record SessionReply(
    string TrafficMirrorSessionId,
    string TrafficMirrorSessionName,
    string TrafficMirrorSessionDescription,
    string TrafficMirrorSessionStatus,
    string TrafficMirrorSessionBusinessStatus,
    IReadOnlyCollection<string> TrafficMirrorSourceIds,
    string TrafficMirrorTargetId,
    string TrafficMirrorTargetType,
    string TrafficMirrorFilterId,
    bool Enabled,
    int Priority,
    int VirtualNetworkId,
    int PacketLength,
    string ResourceGroupId,
    string CreationTime,
    IReadOnlyList<TagReply> Tags);

internal sealed record SessionCreatedReply(string RequestId, string TrafficMirrorSessionId, string ResourceGroupId);

internal sealed record FilterCreatedReply(string RequestId, string TrafficMirrorFilterId, string ResourceGroupId);

internal sealed record RuleIdReply(string InstanceId);

internal sealed record RulesCreatedReply(string RequestId, IReadOnlyList<RuleIdReply> IngressRules, IReadOnlyList<RuleIdReply> EgressRules);

/// <summary>Code is the text "200" in this answer.</summary>
internal sealed record OpenReply(string RequestId, string Code, string Message);

internal sealed record ListFiltersReply(
    string RequestId, int Count, int MaxResults, string TotalCount, string? NextToken, IReadOnlyList<FilterReply> TrafficMirrorFilters);

internal sealed record FilterReply(
    string TrafficMirrorFilterId,
    string TrafficMirrorFilterName,
    string TrafficMirrorFilterDescription,
    string TrafficMirrorFilterStatus,
    string CreationTime,
    string ResourceGroupId,
    IReadOnlyList<TagReply> Tags,
    IReadOnlyList<RuleReply> IngressRules,
    IReadOnlyList<RuleReply> EgressRules);

internal sealed record RuleReply(
    string TrafficMirrorFilterRuleId,
    string TrafficMirrorFilterRuleStatus,
    string TrafficMirrorFilterId,
    string TrafficDirection,
    string Action,
    string Protocol,
    string IpVersion,
    int Priority,
    string SourceCidrBlock,
    string DestinationCidrBlock,
    string SourcePortRange,
    string DestinationPortRange);

internal sealed record ListTagResourcesReply(string RequestId, string? NextToken, TagResourcesReply TagResources);

internal sealed record TagResourcesReply(IReadOnlyList<TagResourceReply> TagResource);

internal sealed record TagResourceReply(string ResourceId, string ResourceType, string TagKey, string TagValue);

internal sealed record CloudErrorReply(string RequestId, string HostId, string Code, string Message, string Recommend);

/// <summary>The JSON of the API itself: names as in the documentation, absent rather than null.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WriteReply))]
[JsonSerializable(typeof(ServiceStatusReply))]
[JsonSerializable(typeof(ListReply))]
[JsonSerializable(typeof(SessionCreatedReply))]
[JsonSerializable(typeof(FilterCreatedReply))]
[JsonSerializable(typeof(RulesCreatedReply))]
[JsonSerializable(typeof(OpenReply))]
[JsonSerializable(typeof(ListFiltersReply))]
[JsonSerializable(typeof(ListTagResourcesReply))]
[JsonSerializable(typeof(CloudErrorReply))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    internal static byte[] Bytes<T>(T reply, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(reply, type);

    internal static byte[] WriteAccepted(string requestId) =>
        JsonSerializer.SerializeToUtf8Bytes(new WriteReply(requestId), Default.WriteReply);
}
