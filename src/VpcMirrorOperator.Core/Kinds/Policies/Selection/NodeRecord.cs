namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>A node, in the fields that are used.</summary>
/// <param name="Uid">Its uid.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Primary">Its primary interface; null while it is not known.</param>
/// <param name="Interfaces">All that are attached to it, the primary one too.</param>
internal sealed record NodeRecord(
    string Uid, IReadOnlyDictionary<string, string> Labels, string? Primary, IReadOnlyList<string> Interfaces);
