using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>Plans for sessions that no object has recorded: they are looked for by the mark of the object first (rule S3).</summary>
internal static class NewSessions
{
    /// <summary>What the operator would do: take a session back, create one, or nothing before somebody helps.</summary>
    /// <param name="session">The object, which names no session.</param>
    /// <param name="account">Where to look.</param>
    /// <param name="whose">Whose what is created is.</param>
    /// <param name="patience">How long.</param>
    /// <param name="context">The process.</param>
    /// <param name="filter">As in <see cref="SessionComparison.Of"/>.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">The list could not be read.</exception>
    public static async Task<PlanItem> CompareAsync(
        TrafficMirrorSession session, CloudAccount account, Installation whose, CloudPatience patience, CommandContext context,
        ReferredFilter? filter = null)
    {
        if (whose.Id is not { } installation) return PlanItem.OfNew(session, CreatedSessions.Unable(whose));
        var identity = CreatedSessions.IdentityOf(session, installation);
        var search = new SessionSearch(account.Client, session.Session().Region, context.Time);
        var found = await patience.ReadAsync(
            session.Spec.RegionId, token => search.ReadByTagAsync(IdentityTags.CreatedBy, identity.CreatedBy, token), context.Interrupted);
        var now = context.Time.GetUtcNow();
        return found switch
        {
            [] => PlanItem.OfNew(session, CreatePlanner.Decide(SessionComparison.InputOf(session, null, now, filter), identity)),
            [var one] => Compare(Recording(session, one.Id), one.Session, now, filter),
            _ => PlanItem.OfNew(
                session, LifeDecisions.Of(
                    SessionComparison.InputOf(session, null, now, filter), identity,
                    new LifecycleStep.Several([.. found.Select(one => one.Id)]))),
        };
    }

    private static PlanItem Compare(
        TrafficMirrorSession session, ObservedSession observed, DateTimeOffset now, ReferredFilter? filter) =>
        PlanItem.Of(session, SessionComparison.Of(session, observed, now, filter), observed.Sources.Count);

    private static TrafficMirrorSession Recording(TrafficMirrorSession session, string id) =>
        session with { Status = (session.Status ?? new TrafficMirrorSessionStatus()) with { TrafficMirrorSessionId = id } };
}
