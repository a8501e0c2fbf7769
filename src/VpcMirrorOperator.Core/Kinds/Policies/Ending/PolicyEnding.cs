using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies.Ending;

/// <summary>
/// How a policy ends (rule P19): its children are deleted, and what becomes of their sessions is theirs to carry out. Under Delete, a
/// session whose child is missing is taken back first by a child that is closing from the start, so that the account is as it was.
/// </summary>
internal static class PolicyEnding
{
    /// <summary>The next step.</summary>
    /// <param name="input">The policy, its children and the list; of a list that rests on nothing, none has come yet.</param>
    /// <param name="isNamespaceEnding">Whether its namespace goes too: nothing can be made there any more.</param>
    /// <param name="isOrphaning">
    /// Whether it carries the finalizer <c>orphan</c>: its children live on as ordinary objects, and nothing is touched.
    /// </param>
    public static EndingStep Next(PackingInput input, bool isNamespaceEnding, bool isOrphaning)
    {
        if (isOrphaning) return EndingStep.Wait;
        var own = input.Children.Where(child => child.Owner?.Uid == input.Policy.Uid).OrderBy(child => child.Key).ToList();
        List<ChildWrite> deletes = [.. own.Where(child => !child.IsDeleting).Select(child => new DeleteChild(child))];
        if (deletes.Count > 0) return new EndingStep(deletes, IsOver: false);
        if (own.Count > 0) return EndingStep.Wait;
        var takesBack = input.Policy is { DeletionPolicy: DeletionPolicy.Delete, Mode: PolicyMode.Sync } && !isNamespaceEnding;
        return takesBack ? TakeBack(input) : EndingStep.Over;
    }

    private static EndingStep TakeBack(PackingInput input)
    {
        var basis = input.Listing.Basis;
        if (basis.Number == 0 || !input.Memory.Knows(basis, input.Children.Select(child => child.Key).ToHashSet())) return EndingStep.Wait;
        List<ChildWrite> lost =
        [
            .. new SessionsByChild(input).OfMissing.Select(entry => new CreateChild(
                entry.Key, MissingChildren.Spec(input, entry.Value, entry.Value.Sources), IsClosing: true)),
        ];
        return lost.Count > 0 ? new EndingStep(lost, IsOver: false) : EndingStep.Over;
    }
}
