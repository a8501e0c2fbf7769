using System.Globalization;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Which quota keeps a source out, whatever the code of the refusal: the cloud does not document the codes, so what its lists show decides.
/// Pure.
/// </summary>
internal static class QuotaFinding
{
    private const string NetworkInterface = "NetworkInterface";

    private const string Raise = "have it raised in the quota centre";

    /// <summary>What is used up; null when nothing that is documented is.</summary>
    /// <param name="session">The session that refused the source.</param>
    /// <param name="source">The source.</param>
    /// <param name="use">What the cloud's lists say; null when they could not be read.</param>
    public static UsedUpQuota? Of(ObservedSession session, string source, QuotaUse? use)
    {
        if (use?.SessionsOfSource.Count >= MirrorQuotas.SessionsPerInterface) return Interface(source, use.SessionsOfSource);
        var own = session.Sources.Count + session.Unnameable.Count;
        var target = TargetOf(session, use);
        var (sessionMay, targetMay) = (own >= MirrorQuotas.SourcesPerSession, target.IsReached);
        // A number that is exactly a quota is a stronger sign than one above it, which only a raised quota allows.
        var own10 = own == MirrorQuotas.SourcesPerSession;
        return (sessionMay && (!targetMay || own10 || !target.IsExact), targetMay && (!sessionMay || target.IsExact || !own10)) switch
        {
            (true, true) => new(Reasons.QuotaExceeded, $"{SessionText(own)} {TargetText(session, target)}", own10),
            (true, false) => new(Reasons.SessionFull, SessionText(own), own10),
            (false, true) => new(Reasons.TargetFull, TargetText(session, target), target.IsExact),
            _ => null,
        };
    }

    private static UsedUpQuota Interface(string source, IReadOnlyList<string> sessions) => new(
        Reasons.InterfaceFull,
        Text($"{source} is a source of {sessions.Count} sessions already ({NamedIds.Of(sessions)}), and an interface can be in ")
        + Text($"{MirrorQuotas.SessionsPerInterface}: that cannot be raised. Take it out of one of them, or of this list."),
        IsExact: true);

    private static string SessionText(int own) => Text(
        $"The session is full: it has {own} sources, and {MirrorQuotas.SourcesPerSession} is the quota of a fresh account; {Raise} ")
        + "(trafficmirror_quota_source_num_per_session), or list fewer.";

    private static string TargetText(ObservedSession session, Target target) =>
        Text($"The target {session.State.TargetId} is full: it has {target.Sources} sources in {target.Sessions} sessions, and ")
        + (IsInterface(session)
            ? Text($"the quota is {MirrorQuotas.SourcesPerSmallTarget} on an ordinary instance, {MirrorQuotas.SourcesPerLargeTarget} on a ")
                + $"large type; give the session another target, {Raise}, or list fewer."
            : Text($"{MirrorQuotas.SourcesPerLoadBalancer} is the quota, which cannot be raised; give the session another target, or list ")
                + "fewer.");

    private static Target TargetOf(ObservedSession session, QuotaUse? use)
    {
        var sources = use?.SourcesOfTarget ?? 0;
        var (first, exact) = IsInterface(session)
            ? (MirrorQuotas.SourcesPerSmallTarget, sources is MirrorQuotas.SourcesPerSmallTarget or MirrorQuotas.SourcesPerLargeTarget)
            : (MirrorQuotas.SourcesPerLoadBalancer, sources == MirrorQuotas.SourcesPerLoadBalancer);
        return new Target(use?.SessionsOfTarget ?? 0, sources, sources >= first, exact);
    }

    /// <summary>A type that the cloud does not name is that of most targets, and has the lower quota.</summary>
    private static bool IsInterface(ObservedSession session) => session.State.TargetType is null or NetworkInterface;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Target(int Sessions, int Sources, bool IsReached, bool IsExact);
}
