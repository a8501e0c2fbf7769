namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// Who gives its place up to an interface that has no other: what leaves anyway, longest waiting first (rule P14), then what is refused
/// and surely not listed where it is (rule P13). The place is free when a list shows it; nobody else gives his up for it meanwhile.
/// </summary>
internal sealed class PlaceGivers
{
    private readonly Pass _pass;
    private readonly Queue<(string Id, bool IsLeaving)> _givers;
    private readonly bool _isAnyHeld;
    private int _freeing;

    public PlaceGivers(Pass pass)
    {
        _pass = pass;
        var departures = pass.Input.Departures;
        _freeing = pass.Own.Where(slot => slot.IsTaking).Sum(slot => slot.Fill - slot.Spec.Count);
        var refused = pass.Refused.Where(id => !pass.Leaving.Contains(id)).Order(StringComparer.Ordinal);
        _givers = new Queue<(string, bool)>(Leaving(pass).Select(id => (id, true)).Concat(refused.Select(id => (id, false))));
        _isAnyHeld = pass.Leaving.Any(id => departures.TryGetValue(id, out var departure) && departure.Stage == DepartureStage.Held);
    }

    /// <summary>Finds a place that becomes free.</summary>
    /// <param name="id">The interface that has none.</param>
    /// <returns>Why it waits.</returns>
    public PlaceReason For(string id)
    {
        if (_pass.OnlyAdds || _pass.Refused.Contains(id)) return PlaceReason.QuotaOfTarget;
        if (_freeing > 0)
        {
            _freeing--;
            return PlaceReason.Pending;
        }

        for (; _givers.TryPeek(out var giver); _givers.Dequeue())
            if (Gives(giver.Id, giver.IsLeaving)) return PlaceReason.Pending;
        return _isAnyHeld ? PlaceReason.Held : PlaceReason.QuotaOfTarget;
    }

    /// <summary>Has somebody who is refused anyway leave for an interface that is beyond the policy's bound.</summary>
    /// <returns>Why it waits.</returns>
    public PlaceReason ForBound(string id)
    {
        if (_pass.OnlyAdds || _pass.Refused.Contains(id)) return PlaceReason.LimitExceeded;
        foreach (var giver in _givers.Where(giver => !giver.IsLeaving))
            if (Gives(giver.Id, isLeaving: false)) return PlaceReason.Pending;
        return PlaceReason.LimitExceeded;
    }

    private static IEnumerable<string> Leaving(Pass pass) => pass.Input.IsBlind ? [] : pass.Leaving
        .Where(id => !pass.Input.Departures.TryGetValue(id, out var departure) || departure.Stage == DepartureStage.Delayed)
        .OrderBy(id => pass.Input.Departures.TryGetValue(id, out var departure) ? departure.Since : DateTimeOffset.MaxValue)
        .ThenBy(id => id, StringComparer.Ordinal);

    private bool Gives(string giver, bool isLeaving)
    {
        var slot = _pass.Places.Specs(giver).Find(
            slot => slot.Child is not null && slot.IsKeeping && (isLeaving || (slot.Refuses(giver) && slot.SurelyLacks(giver))));
        if (slot is null) return false;
        _pass.Places.Remove(slot, giver);
        if (isLeaving) _pass.GivenUp.Add(giver);
        return true;
    }
}
