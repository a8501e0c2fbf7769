using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>What all operations of the ECS API have in common.</summary>
/// <typeparam name="TResponse">The record that a successful answer is read into.</typeparam>
public interface IEcsRequest<TResponse> : IRpcRequest<TResponse> where TResponse : IRpcResponse
{
    /// <inheritdoc/>
    string IRpcRequest<TResponse>.Product => "Ecs";

    /// <inheritdoc/>
    string IRpcRequest<TResponse>.Version => "2014-05-26";
}
