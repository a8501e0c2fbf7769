namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What is wanted and has no place gets one: refused interfaces last (rule P13), never beyond the policy's bound.</summary>
internal static class Placing
{
    /// <summary>Places what can be placed.</summary>
    public static void Place(Pass pass, PlaceFinder finder, PlaceGivers givers)
    {
        var waiting = pass.Wanted.Where(id => !pass.Places.IsPlaced(id) && !pass.Gaps.Contains(id)).ToList();
        var bound = pass.Policy.MaxInterfaces ?? int.MaxValue;
        List<string> inOrder = [.. waiting.Where(id => !pass.Refused.Contains(id)), .. waiting.Where(pass.Refused.Contains)];
        finder.Remaining.Clear();
        foreach (var group in inOrder.Take(Math.Max(0, bound - pass.Places.Placed)).GroupBy(finder.ZoneOf))
            finder.Remaining[group.Key] = group.Count();
        foreach (var id in inOrder)
            if (pass.Places.Placed >= bound) pass.Reasons[id] = givers.ForBound(id);
            else
            {
                Place(pass, finder, givers, id);
                finder.Remaining[finder.ZoneOf(id)] = finder.Remaining.GetValueOrDefault(finder.ZoneOf(id)) - 1;
            }
    }

    private static void Place(Pass pass, PlaceFinder finder, PlaceGivers givers, string id)
    {
        var (slot, reason) = finder.Find(id);
        if (slot is not null) pass.Places.Put(slot, id);
        else pass.Reasons[id] = reason == PlaceReason.QuotaOfTarget ? givers.For(id) : reason;
    }
}
