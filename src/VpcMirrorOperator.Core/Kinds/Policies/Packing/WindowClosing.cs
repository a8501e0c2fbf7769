namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// Outside the window of its schedule a policy wants nothing: its sessions are closed (rule P23). One whose child is missing gets a child
/// back that is closing from the start. Anything but Sync stops the closing.
/// </summary>
internal static class WindowClosing
{
    /// <summary>The writes.</summary>
    public static IReadOnlyList<ChildWrite> Of(PackingInput input)
    {
        if (input.Policy.Mode != PolicyMode.Sync) return [];
        var own = input.Children.Where(child => child.Owner?.Uid == input.Policy.Uid && !child.IsDeleting).OrderBy(child => child.Key);
        return
        [
            .. own.Select(child => child.IsClosing ? (ChildWrite)new DeleteChild(child) : new CloseChild(child)),
            .. new SessionsByChild(input).OfMissing.Select(
                entry => new CreateChild(entry.Key, MissingChildren.Spec(input, entry.Value, entry.Value.Sources), IsClosing: true)),
        ];
    }
}
