using System.Runtime.CompilerServices;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Cloud;

/// <summary>In how many sessions interfaces are, by the latest list of a region that somebody else asked for.</summary>
/// <param name="lists">The lists.</param>
internal sealed class InterfaceSessions(RegionLists<Inventory<RegionSession>> lists)
{
    /// <summary>The most sessions of one interface, a quota that nobody can raise.</summary>
    private const int Most = 3;

    /// <summary>An older list says too little of now.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(2);

    private readonly ConditionalWeakTable<Inventory<RegionSession>, Dictionary<string, int>> _counts = [];

    /// <summary>Whether an interface is in three other sessions than this; null while no list is there.</summary>
    /// <param name="session">The session that is to take it.</param>
    public Func<string, bool>? FullElsewhere(SessionRef session)
    {
        if (lists.Find(session.Region, MaxAge) is not { List: var list }) return null;
        var counts = _counts.GetValue(list, Count);
        var own = list.Find(session.SessionId)?.Reading.Session?.Sources;
        return id => counts.GetValueOrDefault(id) - (own?.Contains(id) == true ? 1 : 0) >= Most;
    }

    private static Dictionary<string, int> Count(Inventory<RegionSession> sessions)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var session in sessions.All)
            foreach (var id in session.Reading.Session?.Sources ?? new HashSet<string>())
                counts[id] = counts.GetValueOrDefault(id) + 1;
        return counts;
    }
}
