using System.Globalization;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// One list over all of its pages. What is absent from it counts as absent from the cloud, so a list that is not complete beyond doubt is
/// no list: each page needs its request id, its sessions and a total, and the total must be the number of sessions listed.
/// </summary>
/// <param name="expected">The number of sessions asked for.</param>
/// <param name="known">What is known of a session, by its id; null for nobody who knows.</param>
internal sealed class SessionListing(int expected, Func<string, KnownSession?>? known = null)
{
    private readonly Dictionary<string, SessionReading> _sessions = new(expected, StringComparer.Ordinal);
    private int? _total;

    /// <summary>Takes a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="each">Takes each of its sessions, too; null for nobody.</param>
    /// <exception cref="CloudException">Something is missing from it, or contradicts an earlier page.</exception>
    public void Add(ListTrafficMirrorSessionsResponse page, Action<ListedTrafficMirrorSession>? each = null)
    {
        if (string.IsNullOrEmpty(page.RequestId)) throw Unreadable("it has no RequestId");
        if (page.TrafficMirrorSessions is not { } listed) throw Unreadable("it has no list TrafficMirrorSessions");
        if (!listed.IsWhole) throw Unreadable("its list TrafficMirrorSessions holds elements that are no sessions");
        var total = Total(page);
        if (_total is { } before && before != total)
            throw Unreadable($"its pages have different values of TotalCount, {before} and {total}");
        _total = total;
        for (var i = 0; i < listed.Count; i++)
        {
            var id = listed[i].TrafficMirrorSessionId ?? throw Unreadable("it lists a session without an id");
            if (!_sessions.TryAdd(id, Read(listed[i]))) throw Unreadable($"it lists {id} twice");
            each?.Invoke(listed[i]);
        }
    }

    /// <summary>The sessions of all pages, by id.</summary>
    /// <exception cref="CloudException">Sessions are missing.</exception>
    public Dictionary<string, SessionReading> Complete() => _total == _sessions.Count
        ? _sessions
        : throw Unreadable($"its TotalCount is {_total}, and sessions listed are {_sessions.Count}");

    /// <summary>An answer that proves nothing: the list is asked for again.</summary>
    public static CloudException Unreadable(string what) =>
        new("ListTrafficMirrorSessions", ClientErrorCodes.UnreadableReply, $"the answer cannot be used: {what}");

    private static int Total(ListTrafficMirrorSessionsResponse page) =>
        int.TryParse(page.TotalCount, NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total
            : throw Unreadable("it has no TotalCount that is a number");

    private SessionReading Read(ListedTrafficMirrorSession session)
    {
        if (session.TrafficMirrorSourceIds is not { IsWhole: true } sources)
            return new SessionReading(null, Unreadable($"it does not say which sources {session.TrafficMirrorSessionId} has"));
        var before = known?.Invoke(session.TrafficMirrorSessionId!);
        var seen = before?.Snapshot?.Session;
        var observed = ObservedSession.From(State(session, seen?.State.SourcesFingerprint), sources, seen);
        if (before?.NeedsDetails == true) observed = Detailed(observed, SessionDetails.Of(session));
        return new SessionReading(before?.Kept.In(observed) ?? observed, null);
    }

    private static ObservedSession Detailed(ObservedSession observed, SessionDetails details) =>
        details.Equals(observed.Details) ? observed : observed with { Details = details };

    private static SessionState State(ListedTrafficMirrorSession session, SourceFingerprint? fingerprint) => new()
    {
        // As most have it; the list of sources decides.
        SourcesFingerprint = fingerprint,
        Status = session.TrafficMirrorSessionStatus ?? "Unknown",
        BusinessStatus = session.TrafficMirrorSessionBusinessStatus,
        Enabled = session.Enabled ?? false,
        TargetId = session.TrafficMirrorTargetId,
        TargetType = session.TrafficMirrorTargetType,
        FilterId = session.TrafficMirrorFilterId,
        Priority = session.Priority,
        VirtualNetworkId = session.VirtualNetworkId,
        PacketLength = session.PacketLength,
    };
}
