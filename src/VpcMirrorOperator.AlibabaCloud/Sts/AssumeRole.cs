using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Sts;

/// <summary>Assumes a RAM role with existing keys (STS, 2015-04-01, AssumeRole).</summary>
internal sealed record AssumeRoleRequest : IRpcRequest<AssumeRoleResponse>
{
    public required RoleSettings Role { get; init; }

    public string Product => "Sts";

    public string Version => "2015-04-01";

    public string Action => "AssumeRole";

    /// <summary>Only for the rate budget; the endpoint is explicit.</summary>
    public string RegionId => "global";

    public bool IsWrite => false;

    public JsonTypeInfo<AssumeRoleResponse> ResponseType => AssumeRoleJson.Default.AssumeRoleResponse;

    public void WriteParameters(RpcParameters parameters) => parameters
        .Add("DurationSeconds", Role.DurationSeconds)
        .Add("ExternalId", Role.ExternalId)
        .Add("Policy", Role.Policy)
        .Add("RoleArn", Role.RoleArn)
        .Add("RoleSessionName", Role.SessionName);
}

/// <summary>The used part of the answer.</summary>
internal sealed record AssumeRoleResponse : IRpcResponse
{
    public string? RequestId { get; init; }

    public TemporaryKeys? Credentials { get; init; }
}

[JsonSourceGenerationOptions(Converters = [typeof(LenientTextConverter)])]
[JsonSerializable(typeof(AssumeRoleResponse))]
internal sealed partial class AssumeRoleJson : JsonSerializerContext;
