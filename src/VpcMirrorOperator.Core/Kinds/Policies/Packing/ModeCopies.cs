namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// <c>suspend</c> and <c>managementPolicy</c> are copied to the children before anything else (rule P17): what a person stops must stop
/// before the next thing is begun.
/// </summary>
internal static class ModeCopies
{
    /// <summary>The copies that are missing.</summary>
    public static IReadOnlyList<ChildWrite> Of(PackingInput input) =>
    [
        .. input.Children.Where(child => child.Owner?.Uid == input.Policy.Uid && child.Mode != input.Policy.Mode)
            .OrderBy(child => child.Key).Select(child => new CopyMode(child, input.Policy.Mode)),
    ];
}
