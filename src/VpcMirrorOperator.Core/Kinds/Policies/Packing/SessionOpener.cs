namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// Opens new sessions (rule P6): on the target where one takes most of what is left, and of those on the one with the fewest sources. Only
/// here balance counts.
/// </summary>
internal sealed class SessionOpener(Pass pass)
{
    private readonly HashSet<(string Target, string Id)> _refused =
        [.. pass.Own.SelectMany(slot => slot.Child!.Refused.Select(id => (slot.Target.Id, id)))];

    /// <summary>A new session for an interface.</summary>
    /// <param name="id">The interface.</param>
    /// <param name="zone">Its zone; empty when zones do not matter.</param>
    /// <param name="isHome">Whether only targets of its zone will do.</param>
    /// <param name="left">How many interfaces are still to be placed.</param>
    /// <param name="reason">Why there is none.</param>
    public Slot? Open(string id, string zone, bool isHome, int left, ref PlaceReason reason)
    {
        var target = Choose(id, zone, isHome, left, ref reason);
        if (target is null) return null;
        if (pass.Policy.Shape.FilterId is null) return Not(PlaceReason.FilterNotReady, out reason);
        if (pass.Priorities.Take() is not { } priority) return Not(PlaceReason.PriorityExhausted, out reason);
        var slot = new Slot(pass.Names.Take(target.Id), target, priority, pass.Policy.SessionSize);
        target.Slots.Add(slot);
        pass.New.Add(slot);
        return slot;
    }

    /// <summary>No session is opened on a target whose sessions were refused this very interface (rule P13).</summary>
    private TargetUse? Choose(string id, string zone, bool isHome, int left, ref PlaceReason reason)
    {
        TargetUse? chosen = null;
        foreach (var target in pass.Places.Declared)
            if (target.Room == 0 || (isHome && target.Declared!.Zone != zone)) continue;
            else if (_refused.Contains((target.Id, id))) reason = PlaceReason.Rejected;
            else if (chosen is null || Rank(target, zone, left).CompareTo(Rank(chosen, zone, left)) < 0) chosen = target;
        return chosen;
    }

    private (bool IsFar, int Lacks, int Use) Rank(TargetUse target, string zone, int left)
    {
        var size = Math.Min(pass.Policy.SessionSize, left);
        return (zone.Length > 0 && target.Declared!.Zone != zone, size - Math.Min(size, target.Room), target.Use);
    }

    private static Slot? Not(PlaceReason why, out PlaceReason reason)
    {
        reason = why;
        return null;
    }
}
