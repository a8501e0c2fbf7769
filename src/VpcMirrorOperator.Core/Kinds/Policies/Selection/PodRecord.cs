namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>A pod that runs, in the fields that are used.</summary>
/// <param name="Uid">Its uid.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Interfaces">The interfaces that carry its traffic; none while they are not known.</param>
internal sealed record PodRecord(
    string Uid, string Namespace, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<string> Interfaces);
