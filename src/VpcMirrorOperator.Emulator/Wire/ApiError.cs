namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>An answer other than success, before it is written down.</summary>
internal sealed record ApiError(int Status, string Code, string Message, int? RetryAfterMs = null);
