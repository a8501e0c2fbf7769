using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>What all operations of the VPC API have in common.</summary>
/// <typeparam name="TResponse">The record that a successful answer is read into.</typeparam>
public interface IVpcRequest<TResponse> : IRpcRequest<TResponse> where TResponse : IRpcResponse
{
    /// <inheritdoc/>
    string IRpcRequest<TResponse>.Product => "Vpc";

    /// <inheritdoc/>
    string IRpcRequest<TResponse>.Version => "2016-04-28";
}
