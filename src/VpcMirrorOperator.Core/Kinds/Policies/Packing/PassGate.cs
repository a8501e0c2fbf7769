namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What must be so before anything is decided.</summary>
internal static class PassGate
{
    /// <summary>Why the pass must wait; null when it need not.</summary>
    public static PackingWait? Closed(PackingInput input)
    {
        var policy = input.Policy;
        foreach (var child in input.Children)
        {
            if (child.Owner is not { } owner || child.Key.Namespace != policy.Namespace || owner.Name != policy.Name) continue;
            if (owner.Uid != policy.Uid) return PackingWait.EarlierPolicy;
            if (child.Term > input.Term) return PackingWait.LaterLeader;
        }

        return input.Memory.Knows(input.Listing.Basis, input.Children.Select(child => child.Key).ToHashSet())
            ? null
            : PackingWait.ListAfterLoss;
    }
}
