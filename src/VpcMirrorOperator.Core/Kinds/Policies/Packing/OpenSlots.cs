namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The policy's sessions that have room, by target. One that is full or takes nothing is not looked at again: within a pass no session
/// gets room back.
/// </summary>
internal sealed class OpenSlots(Pass pass)
{
    private readonly Dictionary<TargetUse, List<Slot>> _of =
        pass.Places.Declared.ToDictionary(target => target, target => target.Slots.ToList());

    /// <summary>Whether an interface can be put into a session as a new one.</summary>
    public static bool Fits(Slot slot, string id) => HasRoom(slot) && slot.Target.Room > 0 && !slot.Spec.Contains(id) && !slot.Refuses(id);

    /// <summary>Adds a session that has just been opened.</summary>
    public void Add(Slot slot) => _of[slot.Target].Add(slot);

    /// <summary>How many interfaces the sessions that are open can still take.</summary>
    /// <param name="zone">The zone of the interfaces.</param>
    /// <param name="isHome">Whether only targets of the zone will do.</param>
    public int RoomFor(string zone, bool isHome) =>
        pass.Places.Declared.Where(target => !isHome || target.Declared!.Zone == zone).Sum(RoomAt);

    /// <summary>How many interfaces the open sessions of a target can still take.</summary>
    public int RoomAt(TargetUse target) =>
        target.Room == 0 ? 0 : Math.Min(target.Room, _of[target].Sum(slot => HasRoom(slot) ? slot.Capacity - slot.Fill : 0));

    /// <summary>The open sessions, by target.</summary>
    public IEnumerable<Slot> All => _of.Values.SelectMany(slots => slots).Where(HasRoom);

    /// <summary>
    /// The session to fill next; null when none has room. It holds all that is left with the least room to spare, or else most of it.
    /// </summary>
    /// <param name="id">The interface that it is for.</param>
    /// <param name="zone">Its zone, whose targets come first; empty when zones do not matter.</param>
    /// <param name="isHome">Whether only targets of its zone will do.</param>
    /// <param name="left">How many interfaces are still to be placed.</param>
    public Slot? Best(string id, string zone, bool isHome, int left)
    {
        Slot? best = null;
        foreach (var target in pass.Places.Declared)
        {
            if (target.Room == 0 || (isHome && target.Declared!.Zone != zone)) continue;
            var slots = _of[target];
            slots.RemoveAll(slot => !HasRoom(slot));
            foreach (var slot in slots)
                if (Fits(slot, id) && (best is null || IsBetter(slot, best, zone, left))) best = slot;
        }

        return best;
    }

    private static bool IsBetter(Slot slot, Slot than, string zone, int left)
    {
        var (isNear, isNearThan) = (IsNear(slot, zone), IsNear(than, zone));
        if (isNear != isNearThan) return isNear;
        var (room, other) = (RoomOf(slot), RoomOf(than));
        if (room == other) return slot.Key < than.Key;
        return room >= left && other >= left ? room < other : room > other;
    }

    private static bool IsNear(Slot slot, string zone) => zone.Length == 0 || slot.Target.Declared!.Zone == zone;

    private static bool HasRoom(Slot slot) => slot.IsTaking && slot.Fill < slot.Capacity;

    private static int RoomOf(Slot slot) => Math.Min(slot.Capacity - slot.Fill, slot.Target.Room);
}
