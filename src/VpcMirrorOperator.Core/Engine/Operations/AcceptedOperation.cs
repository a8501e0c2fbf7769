namespace VpcMirrorOperator.Engine.Operations;

/// <summary>An operation that the cloud accepted.</summary>
/// <param name="Sequence">Which.</param>
/// <param name="ClientToken">Its token: another process may give its number to another one, after the status was lost.</param>
/// <param name="At">When its answer came.</param>
internal sealed record AcceptedOperation(long Sequence, string ClientToken, DateTimeOffset At);
