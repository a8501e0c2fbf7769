using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Notices that somebody made another session of it: a new target or filter sends the traffic of all sources elsewhere, whatever their list
/// says. The last state in the status is what it was; from the first difference on, each change keeps its former value. Pure.
/// </summary>
internal static class Alteration
{
    /// <summary>The alteration after an observation; null when the session is as it was, or as was accepted.</summary>
    public static AlterationState? After(PlannerInput input, SessionState now)
    {
        var known = input.Declared.Status?.Alteration;
        var before = input.Declared.Status?.Session ?? Baselines.Restore(input.Declared);
        if (before is null || input.Owner is not null) return known;
        // While the account is locked, nothing is judged (rule S10).
        if (!ObservedSession.IsGood(now.BusinessStatus)) return known;
        var changes = SessionAttributes.Changed(known?.Changes ?? [], before, now, input.Declared.Spec.Session);
        if (changes.Count == 0) return null;
        var current = known is not null && known.Changes.SequenceEqual(changes) ? known : New(input, changes);
        return IsAccepted(input.Declared, current) ? null : current;
    }

    /// <summary>Whether the user says that it is as it should be now.</summary>
    public static bool IsAccepted(TrafficMirrorSession declared, AlterationState alteration) =>
        declared.Metadata.Annotations.GetValueOrDefault(Annotations.AcceptedSession) == alteration.Hash;

    /// <summary>Whether the traffic goes elsewhere, or other traffic goes.</summary>
    public static bool Redirects(AlterationState alteration) =>
        alteration.Changes.Any(change => change.Attribute is SessionAttributes.Target or SessionAttributes.Filter);

    /// <summary>Stalls an object whose sources are right and whose traffic goes elsewhere; null when it does not.</summary>
    public static Decision.Stall? Check(PlanFacts facts) => facts.Alteration is { } alteration && Redirects(alteration)
        ? new Decision.Stall(Reasons.SessionAltered, $"The traffic of its sources is not mirrored as it was. {Message(alteration)}", null)
        : null;

    /// <summary>What the condition says.</summary>
    public static string Message(AlterationState alteration) =>
        $"Changed outside of this object: {Told(alteration)}. Put it back, or accept it: set the annotation "
        + $"{Annotations.AcceptedSession}: \"{alteration.Hash}\".";

    /// <summary>What changed, in words.</summary>
    public static string Told(AlterationState alteration) =>
        string.Join(", ", alteration.Changes.Select(change => $"{change.Attribute} from {change.Was} to {change.Is}"));

    private static AlterationState New(PlannerInput input, IReadOnlyList<AttributeChange> changes)
    {
        var since = TimeConverter.Truncate(input.Now);
        return new AlterationState { Hash = HashOf(input.Session, changes, since), Since = since, Changes = changes };
    }

    /// <summary>Good for this one alteration: the same change at another time is another one.</summary>
    private static string HashOf(SessionRef session, IEnumerable<AttributeChange> changes, DateTimeOffset since) => LineHash.Of([
        session.ToString(), $"{since.UtcTicks}", .. changes.Select(change => $"{change.Attribute}\n{change.Was}\n{change.Is}"),
    ]);
}
