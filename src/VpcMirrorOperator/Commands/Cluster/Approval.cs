namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>An approval to be written.</summary>
/// <param name="Annotation">Where.</param>
/// <param name="Hash">What is approved.</param>
/// <param name="Told">What it lets happen, for people.</param>
internal sealed record Approval(string Annotation, string Hash, string Told);
