using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Tells our own changes of the source list from somebody else's. The status keeps a fingerprint of the list as last seen; our
/// operation is in the status too, so undoing it in the fingerprint must give the old one.
/// </summary>
internal static class DriftDetector
{
    public static bool ChangedBySomebodyElse(TrafficMirrorSessionStatus? status, ObservedSession session)
    {
        if (status?.Session?.SourcesFingerprint is not { } before || session.State.SourcesFingerprint is not { } now) return false;
        if (before == now) return false;
        return status.Operation is not { } ours || !ours.IsOfSources() || !SessionOperation.Shows(ours, session)
            || SourceVerb.Of(ours).Undone(now, ours.Ids) != before;
    }
}
