using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Operations;

/// <summary>
/// One attempt of one operation. What is known of an attempt says nothing of the next one, which may be another process'; nor of one
/// that another process recorded with the same number, after the status was lost or an old one restored.
/// </summary>
/// <param name="Sequence">The operation.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Holder">The process that made it.</param>
internal sealed record OperationAttempt(long Sequence, int Attempt, string Holder)
{
    /// <summary>The latest attempt of an operation.</summary>
    /// <param name="operation">The recorded operation.</param>
    public static OperationAttempt Of(IRecordedOperation operation) => new(operation.Sequence, operation.Attempts, operation.Holder);
}
