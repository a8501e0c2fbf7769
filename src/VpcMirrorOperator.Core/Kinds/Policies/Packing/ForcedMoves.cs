namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The first step of a move (rule P8): an interface that is only on targets which are not declared any more is written into a session of
/// one that is, and stays in the old one. Without all places the move is not begun (rule P9).
/// </summary>
internal static class ForcedMoves
{
    /// <summary>Begins the moves that have a place.</summary>
    public static void Start(Pass pass, PlaceFinder finder, PlaceGivers givers)
    {
        if (pass.OnlyAdds) return;
        var moves = pass.Wanted.Where(id => IsLost(pass, id)).ToList();
        foreach (var group in moves.GroupBy(finder.ZoneOf)) finder.Remaining[group.Key] = group.Count();
        var leftRecently = moves.Count == 0 ? [] : pass.Input.Memory.AllLeftRecently();
        foreach (var id in moves)
        {
            Move(pass, finder, givers, id, leftRecently);
            finder.Remaining[finder.ZoneOf(id)]--;
        }
    }

    private static bool IsLost(Pass pass, string id)
    {
        var slots = pass.Places.Specs(id);
        return slots.Count > 0 && slots.TrueForAll(slot => slot.Target.Declared is null);
    }

    private static void Move(Pass pass, PlaceFinder finder, PlaceGivers givers, string id, IReadOnlySet<string> leftRecently)
    {
        var from = pass.Places.Specs(id);
        var (slot, reason) = finder.Find(id);
        if (slot is not null) pass.Places.Put(slot, id);
        else if (reason == PlaceReason.QuotaOfTarget) pass.Reasons[id] = givers.For(id);
        else if (reason != PlaceReason.QuotaOfInterface || !ForcedGaps.TryMove(pass, finder, id, from, leftRecently))
            pass.Reasons[id] = reason;
    }
}
