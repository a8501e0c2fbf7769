using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Asks whether traffic mirroring is opened for the account in the region; without it every change is refused with
/// <c>OptInRequired.TrafficMirror</c>. Source: API page and SDK model docs of GetTrafficMirrorServiceStatus, 2016-04-28.
/// </summary>
public sealed record GetTrafficMirrorServiceStatusRequest : IVpcRequest<GetTrafficMirrorServiceStatusResponse>
{
    /// <summary>Optional for the API; needed here to find the endpoint.</summary>
    public required string RegionId { get; init; }

    /// <summary>At most 64 ASCII characters. Documented, though the call changes nothing.</summary>
    public string? ClientToken { get; init; }

    /// <inheritdoc/>
    public string Action => "GetTrafficMirrorServiceStatus";

    /// <inheritdoc/>
    public bool IsWrite => false;

    /// <inheritdoc/>
    public JsonTypeInfo<GetTrafficMirrorServiceStatusResponse> ResponseType =>
        GetTrafficMirrorServiceStatusJson.Default.GetTrafficMirrorServiceStatusResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("RegionId", RegionId);
}

/// <summary>The state of the service.</summary>
public sealed record GetTrafficMirrorServiceStatusResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary>Whether the service is opened.</summary>
    public bool? Enabled { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter), typeof(LenientBoolConverter)])]
[JsonSerializable(typeof(GetTrafficMirrorServiceStatusResponse))]
internal sealed partial class GetTrafficMirrorServiceStatusJson : JsonSerializerContext;
