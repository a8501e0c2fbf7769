namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Something final that the cloud's answers have said, each of them since <paramref name="ReadAt"/>.</summary>
/// <param name="Reason">The reason of the decision that follows from it.</param>
/// <param name="ReadAt">When the first of these reads was started.</param>
internal sealed record Finding(string Reason, DateTimeOffset ReadAt);
