using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// Opens traffic mirroring for the account in the region; one call at a time. It cannot be undone, and mirroring is billed, so the
/// operator never calls it: it is here for tools that people run. One that is open already is refused with <c>ORDER.OPEND</c>. Source:
/// API page and SDK model docs of OpenTrafficMirrorService, 2016-04-28.
/// </summary>
public sealed record OpenTrafficMirrorServiceRequest : IVpcRequest<OpenTrafficMirrorServiceResponse>
{
    /// <summary>Optional for the API; needed here to find the endpoint.</summary>
    public required string RegionId { get; init; }

    /// <summary>
    /// At most 64 ASCII characters, case-sensitive. Equal token and equal parameters take effect once; an equal token with other
    /// parameters is refused with <c>IdempotentParameterMismatch</c>. Without it every call is a new one.
    /// </summary>
    public string? ClientToken { get; init; }

    /// <inheritdoc/>
    public string Action => "OpenTrafficMirrorService";

    /// <inheritdoc/>
    public bool IsWrite => true;

    /// <inheritdoc/>
    public JsonTypeInfo<OpenTrafficMirrorServiceResponse> ResponseType =>
        OpenTrafficMirrorServiceJson.Default.OpenTrafficMirrorServiceResponse;

    /// <inheritdoc/>
    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("ClientToken", ClientToken)
        .Add("RegionId", RegionId);
}

/// <summary>The service is opened.</summary>
public sealed record OpenTrafficMirrorServiceResponse : IRpcResponse
{
    /// <inheritdoc/>
    public string? RequestId { get; init; }

    /// <summary><c>200</c>.</summary>
    public string? Code { get; init; }

    /// <summary><c>successful</c>.</summary>
    public string? Message { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(CleanTextConverter)])]
[JsonSerializable(typeof(OpenTrafficMirrorServiceResponse))]
internal sealed partial class OpenTrafficMirrorServiceJson : JsonSerializerContext;
