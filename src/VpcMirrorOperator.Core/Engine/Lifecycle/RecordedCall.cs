using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// A call that is sent as it was recorded (rule S4): the names and values of the status, and nothing that a release could come to write
/// otherwise.
/// </summary>
internal sealed record RecordedCall : IVpcRequest<RecordedCallResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <inheritdoc/>
    public required string Action { get; init; }

    /// <summary>What names the object that is written to; empty for a creation.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Target { get; init; } = [];

    /// <summary>The recorded parameters.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>The token; null where the operation has none, and in a dry run.</summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check.</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<RecordedCallResponse> ResponseType => RecordedCallJson.Default.RecordedCallResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters)
    {
        parameters.Add("ClientToken", ClientToken).Add("DryRun", DryRun).Add("RegionId", RegionId);
        foreach (var (name, value) in Target) parameters.Add(name, value);
        if (Parameters is null) return;
        foreach (var (name, value) in Parameters.OrderBy(p => p.Key, StringComparer.Ordinal)) parameters.Add(name, value);
    }
}

/// <summary>The answer of a recorded call.</summary>
internal sealed record RecordedCallResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary>What was created, of sessions.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>What was created, of filters.</summary>
    public string? TrafficMirrorFilterId { get; init; }
}

[JsonSerializable(typeof(RecordedCallResponse))]
internal sealed partial class RecordedCallJson : JsonSerializerContext;
