namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// Finds places (rule P6). No session is opened while those that are there have room for all; and as every session whose list grows costs a
/// call, a new one that must be opened anyway is filled first, and of the others the one that holds all that is left, with the least room
/// to spare, or else the one that holds most.
/// </summary>
internal sealed class PlaceFinder(Pass pass)
{
    private readonly Dictionary<string, Slot> _current = new(StringComparer.Ordinal);
    private readonly OpenSlots _open = new(pass);
    private readonly SessionOpener _opener = new(pass);

    /// <summary>How many interfaces are still to be placed, by zone; without preference for zones, all under one name.</summary>
    public Dictionary<string, int> Remaining { get; } = new(StringComparer.Ordinal);

    /// <summary>A place for an interface.</summary>
    /// <returns>The session; or null, and why there is none.</returns>
    public (Slot? Slot, PlaceReason Reason) Find(string id)
    {
        var use = pass.Places.Of(id);
        // Where it counts already it takes no room.
        if (use.Elsewhere < MirrorLimits.SessionsOfInterface && Again(use, id) is { } again) return (again, default);
        if (use.Sessions >= MirrorLimits.SessionsOfInterface) return (null, PlaceReason.QuotaOfInterface);
        var zone = ZoneOf(id);
        var reason = PlaceReason.QuotaOfTarget;
        if (zone.Length > 0 && pass.Places.Declared.Any(target => target.Declared!.Zone == zone && target.Room > 0)
            && Find(id, zone, isHome: true, ref reason) is { } home) return (home, default);
        return Find(id, zone, isHome: false, ref reason) is { } slot ? (slot, default) : (null, reason);
    }

    /// <summary>Under which name an interface is counted in <see cref="Remaining"/>.</summary>
    public string ZoneOf(string id) =>
        pass.Policy.PrefersSameZone && pass.Input.Interfaces.TryGetValue(id, out var selected) ? selected.Zone ?? "" : "";

    private Slot? Find(string id, string zone, bool isHome, ref PlaceReason reason)
    {
        var key = isHome ? zone : "/" + zone;
        if (_current.TryGetValue(key, out var current) && OpenSlots.Fits(current, id)) return current;
        var left = Remaining.GetValueOrDefault(zone, 1);
        var found = _open.RoomFor(zone, isHome) < left ? _opener.Open(_open, id, zone, isHome, left, mustWiden: true, ref reason) : null;
        found ??= _open.Best(id, zone, isHome, left);
        found ??= _opener.Open(_open, id, zone, isHome, left, mustWiden: false, ref reason);
        if (found is not null) _current[key] = found;
        return found;
    }

    private static Slot? Again(IdUse use, string id)
    {
        Slot? again = null;
        foreach (var slot in use.Slots)
            if (slot.IsTaking && !slot.Spec.Contains(id) && !slot.Refuses(id) && slot.Fill <= slot.Capacity)
                again = again is null || slot.Key < again.Key ? slot : again;
        return again;
    }
}
