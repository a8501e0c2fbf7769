using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>One write to the API server.</summary>
/// <param name="Key">The child.</param>
internal abstract record ChildWrite(ObjectKey Key);

/// <summary>Makes a child.</summary>
/// <param name="Key">Its name. One that is taken answers 409, and is set aside (rule P7).</param>
/// <param name="Spec">What it is made with.</param>
/// <param name="IsClosing">Whether it is made only to delete its session.</param>
internal sealed record CreateChild(ObjectKey Key, ChildSpec Spec, bool IsClosing) : ChildWrite(Key);

/// <summary>Changes a child, fenced by the version that the pass looked at.</summary>
/// <param name="Old">The child as it was.</param>
/// <param name="Spec">What it is to be.</param>
internal sealed record PatchChild(ChildState Old, ChildSpec Spec) : ChildWrite(Old.Key);

/// <summary>Copies the policy's mode before anything else is done (rule P17); fenced likewise.</summary>
/// <param name="Old">The child as it was.</param>
/// <param name="Mode">The mode.</param>
internal sealed record CopyMode(ChildState Old, PolicyMode Mode) : ChildWrite(Old.Key);

/// <summary>Marks a child as closing, and then deletes it with the version that came of the mark; fenced likewise (rule P18).</summary>
/// <param name="Old">The child as it was.</param>
internal sealed record CloseChild(ChildState Old) : ChildWrite(Old.Key);

/// <summary>Deletes a child, fenced by its uid and version (rule P10).</summary>
/// <param name="Old">The child as it was.</param>
internal sealed record DeleteChild(ChildState Old) : ChildWrite(Old.Key);
