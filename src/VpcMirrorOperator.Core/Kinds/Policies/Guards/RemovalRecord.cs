namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>A number of interfaces at a time.</summary>
/// <param name="At">When.</param>
/// <param name="Count">How many.</param>
internal readonly record struct RemovalRecord(DateTimeOffset At, int Count);
