using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Decides the next step for one session: a function without I/O or a clock of its own. The order of the questions is the order of the
/// methods: does the object go without an observation, does the session exist, what became of the last write, whose session is it, is there
/// anything to do, may it be done, and which batch comes next.
/// </summary>
internal static class SessionPlanner
{
    /// <summary>
    /// Plans what needs no observation: the end of deleted objects that have nothing to detach, and objects that may not touch their
    /// session. Null when the session is to be observed.
    /// </summary>
    /// <param name="input">Everything but the observation.</param>
    public static Plan? DecideUnobserved(PlannerInput input) =>
        (DeletionPlanner.Decide(input) ?? Refused(input)) is { } decision ? Unseen(input, decision) : null;

    /// <summary>Plans the next step after an observation.</summary>
    /// <param name="input">Spec, cloud, memory, time and limits; an object for which <see cref="DecideUnobserved"/> gave nothing.</param>
    public static Plan Decide(PlannerInput input) =>
        // Refused while it was being observed.
        input.Refusal is not null ? DecideUnobserved(input)! : Confirmation.Of(input, Observed(input));

    private static Plan Observed(PlannerInput input)
    {
        if (input.Observed is not { } session) return Unseen(input, input.IsDetaching ? DetachPlanner.NotListed(input) : NotListed(input));
        var facts = PlanFacts.Gather(input, session);
        if (input.IsDetaching) return new Plan(DetachPlanner.Decide(input, session, facts), facts);
        var hold = SafetyGuard.Check(input, session, facts);
        return new Plan(Decide(input, session, facts, hold), facts) { RemovalHold = hold };
    }

    /// <summary>A call that may be on its way stays recorded until it cannot arrive any more: the session's owner waits for it.</summary>
    private static Decision.Stall? Refused(PlannerInput input) => input.Refusal is not { } refusal ? null : new Decision.Stall(
        refusal.Reason, refusal.Message, SessionOperation.MayBeOnItsWay(input) ? SessionOperation.LandsIn(input) : null);

    private static Plan Unseen(PlannerInput input, Decision decision) => new(decision, Facts: null)
    {
        Operation = SessionOperation.MayBeOnItsWay(input) ? input.Declared.Status?.Operation : null,
    };

    private static Decision.Stall NotListed(PlannerInput input) => OwnedByAnother(input) ?? new Decision.Stall(
        Reasons.SessionNotFound,
        $"The cloud does not list session {input.Session}. Check spec.regionId, spec.trafficMirrorSessionId and the account.",
        null);

    /// <summary>A guard holds the removals alone: what is missing is added meanwhile.</summary>
    private static Decision Decide(PlannerInput input, ObservedSession session, PlanFacts facts, Decision.Hold? hold) =>
        OperationSteps.UnderWay(input, facts)
        ?? OwnedByAnother(input)
        ?? HandOver.OfTheOthers(input)
        ?? SessionStateSteps.NotWritable(input, session)
        ?? ContestAtRest(input, session, facts)
        ?? NothingToDo(input, session, facts)
        ?? Forbidden(input)
        ?? Attributes(input, facts)
        ?? ContestRules.Check(input, facts)
        ?? HandOver.BeforeTheFirstWrite(input)
        ?? PackedSources.Edited(input.Declared)
        ?? OperationSteps.Repeat(input, facts, hold)
        ?? (facts.Diff.IsEmpty ? LeftOver(input, session, facts) : null)
        ?? BatchPlanner.Next(input, session, facts, hold);

    /// <summary>A contest is about sources; attributes do not wait for its end.</summary>
    private static Decision? Attributes(PlannerInput input, PlanFacts facts) => facts switch
    {
        { Operation: null, Attributes.IsEmpty: false } => AttributeSteps.Next(input, facts) is { } write
            ? HandOver.BeforeTheFirstWrite(input) ?? write
            : null,
        { Operation: { } operation } when !operation.IsOfSources() =>
            HandOver.BeforeTheFirstWrite(input) ?? OperationSteps.Repeat(input, facts),
        _ => null,
    };

    private static Decision.Stall? OwnedByAnother(PlannerInput input) => input.Owner is not { } owner ? null : new Decision.Stall(
        Reasons.OwnershipConflict,
        $"The older object {owner} already manages session {input.Session}. Delete one of the two.",
        null);

    /// <summary>The list is as declared, and this may not last. A session that mirrors nothing has a greater trouble.</summary>
    private static Decision.Stall? ContestAtRest(PlannerInput input, ObservedSession session, PlanFacts facts) =>
        facts.Diff.IsEmpty && session.State.Enabled ? ContestRules.Check(input, facts) : null;

    private static Decision? NothingToDo(PlannerInput input, ObservedSession session, PlanFacts facts)
    {
        if (!facts.Diff.IsEmpty || !facts.Attributes.IsEmpty) return null;
        if (input.Declared.Spec.Session is { Enabled: false })
            return new Decision.Stall(
                Reasons.SessionDisabled, "The session is as declared: spec.session.enabled is false, so it mirrors nothing.", null);
        if ((Disabled(input, session) ?? Alteration.Check(facts) ?? Unnameable(input, session)) is { } stall) return stall;
        if (FilterSteps.AtRest(input, session) is { } unfollowed) return unfollowed;
        var noun = facts.Diff.Desired == 1 ? "source is" : "sources are";
        return new Decision.Done($"{facts.Diff.Covered} of {facts.Diff.Desired} {noun} mirrored.");
    }

    /// <summary>
    /// Attributes that cannot be written for now are no reason to keep silent about what is worse: nothing is mirrored, or elsewhere.
    /// </summary>
    private static Decision? LeftOver(PlannerInput input, ObservedSession session, PlanFacts facts)
    {
        if (AttributeSteps.Left(input, facts) is not { } left) return null;
        return Disabled(input, session) ?? Alteration.Check(facts) ?? left;
    }

    /// <summary>Nobody declares that it mirrors nothing, and it does.</summary>
    private static Decision.Stall? Disabled(PlannerInput input, ObservedSession session) =>
        session.State.Enabled || input.Declared.Spec.Session?.Enabled is not null ? null : new Decision.Stall(
            Reasons.SessionDisabled,
            "The source list is as declared, but the session is disabled and mirrors nothing. To mirror again, enable the session in "
            + "the VPC console, or set spec.session.enabled: true.",
            null);

    /// <summary>What is not declared would be removed, but no call can name it.</summary>
    private static Decision.Stall? Unnameable(PlannerInput input, ObservedSession session) =>
        session.Unnameable is not [var first, ..] || input.Declared.Spec.Policy() == ManagementPolicy.AddOnly ? null : new Decision.Stall(
            Reasons.UnknownSource,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sources of the session that are no network interfaces are left alone ({session.Unnameable.Count}, the first is " +
                $"'{first}'). Remove in the console what should not be there."),
            null);

    private static Decision.Hold? Forbidden(PlannerInput input)
    {
        var spec = input.Declared.Spec;
        if (spec.IsSuspended())
            return new Decision.Hold(Reasons.Suspended, Suspension.Message);
        if (spec.Policy() == ManagementPolicy.Observe)
            return new Decision.Hold(
                Reasons.ObserveOnly,
                "The session differs and managementPolicy is Observe: no changes are made. To hand the session over, set "
                + "spec.managementPolicy: AddOnly adds what is missing, Sync also removes. Or correct spec.sourceIds.");
        return null;
    }
}
