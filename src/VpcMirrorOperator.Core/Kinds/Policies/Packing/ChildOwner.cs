namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>The policy that controls a child, in the child's namespace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uid">Its uid.</param>
internal sealed record ChildOwner(string Name, string Uid);
