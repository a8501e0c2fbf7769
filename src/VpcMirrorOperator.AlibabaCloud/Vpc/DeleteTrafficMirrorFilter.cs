using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Deletes a filter with its rules; it is <c>Deleting</c> until it is no longer listed. Refused while a session uses it, with an
/// <c>IncorrectStatus</c> code that is not documented; one that is gone is refused with <c>ResourceNotFound.TrafficMirrorFilter</c>.
/// Source: API page and SDK model docs of DeleteTrafficMirrorFilter, 2016-04-28.
/// </summary>
public sealed record DeleteTrafficMirrorFilterRequest : IVpcRequest<DeleteTrafficMirrorFilterResponse>
{
    /// <inheritdoc/>
    public required string RegionId { get; init; }

    /// <summary><c>tmf-…</c>.</summary>
    public required string TrafficMirrorFilterId { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <summary>Only check; success is an error (<see cref="CloudException.IsDryRunSuccess"/>).</summary>
    public bool? DryRun { get; init; }

    /// <inheritdoc/>
    public string Action => "DeleteTrafficMirrorFilter";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<DeleteTrafficMirrorFilterResponse> ResponseType =>
        DeleteTrafficMirrorFilterJson.Default.DeleteTrafficMirrorFilterResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("DryRun", DryRun)
        .Add("RegionId", RegionId)
        .Add("TrafficMirrorFilterId", TrafficMirrorFilterId);
}

/// <summary>The deletion was accepted; only ListTrafficMirrorFilters shows when it is done.</summary>
public sealed record DeleteTrafficMirrorFilterResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(DeleteTrafficMirrorFilterResponse))]
internal sealed partial class DeleteTrafficMirrorFilterJson : JsonSerializerContext;
