namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// Whether an interface may leave another child because this one's session has it (rule P8). Each condition closes a history in which it
/// would have been in no session for a while.
/// </summary>
internal static class MoveProof
{
    /// <summary>Whether the session of a slot surely mirrors an interface, and goes on to.</summary>
    public static bool Has(Pass pass, Slot slot, string id)
    {
        if (slot.Child is not { IsLasting: true } child || slot.Then is not { } then || !then.Sources.Contains(id)) return false;
        if (!pass.Input.Memory.IsSince(pass.Input.Listing.Basis, slot.Key, id)) return false;
        return Mirrors(pass, slot, id) && !MayRemove(child) && !MayRemove(then) && IsSigned(pass, slot);
    }

    /// <summary>Whether this process has written the child since it leads, and before the list (rule P10).</summary>
    public static bool IsSigned(Pass pass, Slot slot) => slot.Child!.Term == pass.Input.Term && slot.Then?.Term == pass.Input.Term;

    private static bool Mirrors(Pass pass, Slot slot, string id) =>
        slot is { IsAmbiguous: false, Listed: { IsSettled: true, IsLocked: false } listed } && listed.Sources.Contains(id)
        && (listed.IsEnabled || !pass.Policy.Shape.IsEnabled);

    /// <summary>A removal that is recorded may still be carried out.</summary>
    private static bool MayRemove(ChildState child) => child.Operation is { Removes: true };
}
