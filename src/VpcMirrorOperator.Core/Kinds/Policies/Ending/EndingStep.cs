using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies.Ending;

/// <summary>What is next for a policy that is being deleted.</summary>
/// <param name="Writes">The writes; none to wait, or when it is over.</param>
/// <param name="IsOver">Whether the policy's finalizer may go.</param>
internal sealed record EndingStep(IReadOnlyList<ChildWrite> Writes, bool IsOver)
{
    /// <summary>Something else must happen first.</summary>
    public static readonly EndingStep Wait = new([], IsOver: false);

    /// <summary>Nothing of the policy is left that is to go.</summary>
    public static readonly EndingStep Over = new([], IsOver: true);
}
