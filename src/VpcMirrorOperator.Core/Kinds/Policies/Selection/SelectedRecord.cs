using VpcMirrorOperator.Kinds.Policies.Guards;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>An interface that is selected.</summary>
/// <param name="Zone">Where it is; null when the inventory does not know it yet.</param>
/// <param name="Causes">What made it selected.</param>
/// <param name="OtherPods">How many pods that are not selected it carries.</param>
internal sealed record SelectedRecord(string? Zone, SelectionCauses Causes, int OtherPods);
