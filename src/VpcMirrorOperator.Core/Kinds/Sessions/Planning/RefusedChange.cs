namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>A change of attributes that is put aside.</summary>
/// <param name="Payload">What it asked for: another change may be tried.</param>
/// <param name="Why">Why, for the condition.</param>
/// <param name="RetryAt">When it is tried again.</param>
internal sealed record RefusedChange(string Payload, FailedCall Why, DateTimeOffset RetryAt);
