namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>An interface that entries select.</summary>
/// <param name="Zone">Where it is.</param>
/// <param name="IsSharedWithOthers">
/// Under Skip: it carries a pod that is not selected, as the synced watch of pods says, so it must not be mirrored (rule P15).
/// </param>
internal readonly record struct SelectedInterface(string? Zone, bool IsSharedWithOthers = false);
