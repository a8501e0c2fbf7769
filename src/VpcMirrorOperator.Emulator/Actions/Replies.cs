using System.Text.Json;
using System.Text.Json.Serialization;

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

internal sealed record CloudErrorReply(string RequestId, string HostId, string Code, string Message, string Recommend);

/// <summary>The JSON of the API itself: names as in the documentation, absent rather than null.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WriteReply))]
[JsonSerializable(typeof(ServiceStatusReply))]
[JsonSerializable(typeof(ListReply))]
[JsonSerializable(typeof(CloudErrorReply))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    internal static byte[] WriteAccepted(string requestId) =>
        JsonSerializer.SerializeToUtf8Bytes(new WriteReply(requestId), Default.WriteReply);
}
