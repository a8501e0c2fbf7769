namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The one exception of rule P9: an interface that is in three sessions cannot be added to a fourth before it has left one. It is written
/// into the new child and out of the old one in one pass, new child first, so that its place counts, and the gap is reported.
/// </summary>
internal static class ForcedGaps
{
    /// <summary>A crash may have come between the two writes: the second one is made up for.</summary>
    public static void Finish(Pass pass)
    {
        if (pass.OnlyAdds) return;
        foreach (var id in pass.Wanted)
        {
            var use = pass.Places.Of(id);
            if (use.Slots.Count < 2 || !IsFull(use)) continue;
            var slots = pass.Places.Specs(id).FindAll(slot => slot.Child is not null);
            var to = slots.FindAll(slot => slot.IsKeeping);
            var from = slots.FindAll(slot => slot.Target.Declared is null);
            if (to.Count == 0 || from.Count == 0 || to.Exists(slot => slot.Child!.Operation is not null || Lists(slot, id))) continue;
            foreach (var slot in from) pass.Places.Remove(slot, id);
            pass.Gaps.Add(id);
        }
    }

    /// <summary>Moves an interface that lacks its third session only.</summary>
    /// <returns>Whether it could be moved; if not, it stays where it is.</returns>
    public static bool TryMove(Pass pass, PlaceFinder finder, string id, List<Slot> from, IReadOnlySet<string> leftRecently)
    {
        if (!IsFull(pass.Places.Of(id)) || leftRecently.Contains(id)) return false;
        var counted = from.FindAll(slot => pass.Places.Forget(slot, id));
        if (finder.Find(id).Slot is { } to)
        {
            pass.Places.Put(to, id);
            pass.Gaps.Add(id);
            return true;
        }

        foreach (var slot in counted) pass.Places.Take(slot, id);
        foreach (var slot in from) pass.Places.Put(slot, id);
        return false;
    }

    /// <summary>Whether the list shows it in three sessions.</summary>
    private static bool IsFull(IdUse use) => use.Listed >= MirrorLimits.SessionsOfInterface;

    private static bool Lists(Slot slot, string id) => slot.Listed is { } listed && listed.Sources.Contains(id);
}
