namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>Fills the accounts of a pass from children and list: the union of all that may be so counts (rule P7).</summary>
internal static class PlacesBuilder
{
    /// <summary>The accounts, with a slot for each child of the policy.</summary>
    public static (Places Places, List<Slot> Own) Build(PackingInput input, SessionsByChild sessions)
    {
        var places = new Places(input.Policy.Targets);
        var own = new List<Slot>();
        foreach (var session in input.Listing.Sessions)
            foreach (var id in session.Sources) places.Of(id).Listed++;
        foreach (var child in input.Children.OrderBy(child => child.Key))
            if (child.Owner?.Uid == input.Policy.Uid) own.Add(Own(input, places, sessions, child));
            else CountOther(input, places, sessions, child);
        foreach (var session in sessions.WithoutChild)
            foreach (var id in session.Sources) places.CountElsewhere(places.Target(session.TargetId), id);
        return (places, own);
    }

    private static Slot Own(PackingInput input, Places places, SessionsByChild sessions, ChildState child)
    {
        var size = Math.Min(input.Policy.SessionSize, child.LearnedSize ?? int.MaxValue);
        var slot = new Slot(child.Key, places.Target(child.TargetId), child.Priority, size)
        {
            Child = child, Then = input.Listing.Basis.Children.GetValueOrDefault(child.Key), Listed = sessions.Of(child.Key),
            IsAmbiguous = sessions.IsAmbiguous(child.Key),
        };
        slot.Target.Slots.Add(slot);
        // A hand edit counts for nothing: the policy's own word is what is packed (rule P11).
        foreach (var id in child.Packed ?? child.Sources) places.Put(slot, id);
        foreach (var id in Counted(input, slot.Listed, child)) places.Take(slot, id);
        return slot;
    }

    /// <summary>Of a child of another policy. What it was refused, and surely does not have, counts for its own policy only.</summary>
    private static void CountOther(PackingInput input, Places places, SessionsByChild sessions, ChildState child)
    {
        var target = places.Target(child.TargetId);
        var slot = new Slot(child.Key, target, child.Priority, 0)
        {
            Child = child, Then = input.Listing.Basis.Children.GetValueOrDefault(child.Key), Listed = sessions.Of(child.Key),
        };
        foreach (var id in Counted(input, slot.Listed, child).ToHashSet(StringComparer.Ordinal))
            if (!(child.Refused.Contains(id) && slot.SurelyLacks(id))) places.CountElsewhere(target, id);
    }

    private static IEnumerable<string> Counted(PackingInput input, ListedSession? listed, ChildState child)
    {
        IEnumerable<string> ids = child.Sources.Concat(input.Memory.LeftRecently(child.Key));
        if (listed is not null) ids = ids.Concat(listed.Sources);
        return child.Operation is { Adds: true } operation ? ids.Concat(operation.Ids) : ids;
    }
}
