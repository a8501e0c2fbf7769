namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// Opens new sessions (rule P6): on the target where one makes most room for what is left, and of those on the one with the fewest sources.
/// Only here balance counts.
/// </summary>
internal sealed class SessionOpener(Pass pass)
{
    private readonly HashSet<(string Target, string Id)> _refused =
        [.. pass.Input.Children.SelectMany(child => child.Refused.Select(id => (child.TargetId, id)))];

    /// <summary>A new session for an interface.</summary>
    /// <param name="open">The sessions that have room; the new one is added.</param>
    /// <param name="id">The interface.</param>
    /// <param name="zone">Its zone; empty when zones do not matter.</param>
    /// <param name="isHome">Whether only targets of its zone will do.</param>
    /// <param name="left">How many interfaces are still to be placed.</param>
    /// <param name="mustWiden">Whether it must take more than the open sessions of its target could.</param>
    /// <param name="reason">Why there is none.</param>
    public Slot? Open(OpenSlots open, string id, string zone, bool isHome, int left, bool mustWiden, ref PlaceReason reason)
    {
        TargetUse? target = null;
        Room best = default;
        var candidates = Candidates(id, zone, isHome, ref reason);
        if (candidates.Count == 0) return null;
        if (pass.Policy.Shape.FilterId is null) return Not(PlaceReason.FilterNotReady, out reason);
        if (!pass.Priorities.Any) return Not(PlaceReason.PriorityExhausted, out reason);
        var lacks = Math.Max(1, left - open.RoomFor(zone, isHome));
        var growing = new GrowingSessions(open);
        foreach (var candidate in candidates)
        {
            var room = RoomOf(open, growing, candidate, zone, left, lacks);
            if ((mustWiden && room.More == 0) || (target is not null && room.CompareTo(best) >= 0)) continue;
            (target, best) = (candidate, room);
        }

        return target is null ? null : Open(open, target);
    }

    private Slot Open(OpenSlots open, TargetUse target)
    {
        var priority = pass.Priorities.Take()!.Value;
        var slot = new Slot(pass.Names.Take(target.Id), target, priority, pass.Policy.SessionSize);
        target.Slots.Add(slot);
        pass.New.Add(slot);
        open.Add(slot);
        return slot;
    }

    /// <summary>No session is opened on a target where a session, of any policy, was refused this very interface (rule P13).</summary>
    private List<TargetUse> Candidates(string id, string zone, bool isHome, ref PlaceReason reason)
    {
        var candidates = new List<TargetUse>();
        foreach (var target in pass.Places.Declared)
            if (target.Room == 0 || (isHome && target.Declared!.Zone != zone)) continue;
            else if (_refused.Contains((target.Id, id))) reason = PlaceReason.Rejected;
            else candidates.Add(target);
        return candidates;
    }

    private Room RoomOf(
        OpenSlots open, GrowingSessions growing, TargetUse target, string zone, int left, int lacks)
    {
        var size = Math.Min(pass.Policy.SessionSize, left);
        var now = open.RoomAt(target);
        var isFar = zone.Length > 0 && target.Declared!.Zone != zone;
        var more = Math.Min(lacks, Math.Min(target.Room, now + size) - now);
        var fits = Math.Min(size, target.Room);
        return new Room(isFar, more, growing.After(target, fits, left), fits, target.Use);
    }

    private static Slot? Not(PlaceReason why, out PlaceReason reason)
    {
        reason = why;
        return null;
    }

    /// <summary>What a new session on a target comes to.</summary>
    /// <param name="IsFar">Whether the target is in another zone.</param>
    /// <param name="More">How many more interfaces than now the target's sessions could take, as far as room is lacking.</param>
    /// <param name="Growing">How many other sessions would still have to grow.</param>
    /// <param name="Size">How many the new session itself could take.</param>
    /// <param name="Use">The sources of the target.</param>
    private readonly record struct Room(bool IsFar, int More, int Growing, int Size, int Use) : IComparable<Room>
    {
        public int CompareTo(Room other) => (IsFar, -More, Growing, -Size, Use).CompareTo(
            (other.IsFar, -other.More, other.Growing, -other.Size, other.Use));
    }
}
