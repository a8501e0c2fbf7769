using System.Text.Json.Serialization.Metadata;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>
/// One operation of an RPC-style product. Adding an operation means one small file that holds the request record, the
/// response record and the <c>JsonSerializerContext</c> of the response.
/// </summary>
/// <typeparam name="TResponse">The record that a successful answer is read into.</typeparam>
public interface IRpcRequest<TResponse> where TResponse : IRpcResponse
{
    /// <summary>Product code as in the endpoint tables, for example <c>Vpc</c> or <c>Sts</c>.</summary>
    string Product { get; }

    /// <summary>API version of the product, for example <c>2016-04-28</c>.</summary>
    string Version { get; }

    /// <summary>Official name of the operation.</summary>
    string Action { get; }

    /// <summary>The region that is called, for example <c>cn-hongkong</c>.</summary>
    string RegionId { get; }

    /// <summary>Whether the operation changes something. Picks the default rate budget.</summary>
    bool IsWrite { get; }

    /// <summary>Writes the API parameters, in ordinal order of their names, as the official SDK sends them.</summary>
    void WriteParameters(RpcParameters parameters);

    /// <summary>How to read the answer without reflection.</summary>
    JsonTypeInfo<TResponse> ResponseType { get; }
}
