namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>What every successful answer carries.</summary>
public interface IRpcResponse
{
    /// <summary>The cloud's id of the call, the one thing its support asks for. It is not a job handle.</summary>
    string? RequestId { get; }
}
