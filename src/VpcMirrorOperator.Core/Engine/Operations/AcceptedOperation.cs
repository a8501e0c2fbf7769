namespace VpcMirrorOperator.Engine.Operations;

/// <summary>An operation that the cloud accepted.</summary>
/// <param name="Sequence">Which.</param>
/// <param name="At">When its answer came.</param>
internal sealed record AcceptedOperation(long Sequence, DateTimeOffset At);
