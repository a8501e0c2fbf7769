using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Decides the next step for one session: a function without I/O or a clock of its own. The order of the questions is the
/// order of the methods: whose session is it, does it exist, what became of the last write, is there anything to do, may it be
/// done, and which batch comes next.
/// </summary>
public static class SessionPlanner
{
    /// <summary>Plans one pass.</summary>
    /// <param name="input">Spec, cloud, memory, time and limits.</param>
    public static Plan Decide(PlannerInput input)
    {
        if (DeletionPlanner.BeforeLooking(input) is { } early) return Unseen(input, early);
        return Confirmation.Of(input, Observed(input));
    }

    private static Plan Observed(PlannerInput input)
    {
        if (input.Observed is not { } session) return Unseen(input, input.IsDetaching ? DetachPlanner.NotListed(input) : NotListed(input));
        var facts = PlanFacts.Gather(input, session);
        return facts.ToPlan(input.IsDetaching ? DetachPlanner.Decide(input, session, facts) : Decide(input, session, facts));
    }

    private static Decision.Stall NotListed(PlannerInput input) => OwnedByAnother(input) ?? new Decision.Stall(
        Reasons.SessionNotFound,
        $"The cloud does not list session {input.Declared.Session()}. Check spec.regionId, spec.trafficMirrorSessionId and the account.",
        null);

    private static Plan Unseen(PlannerInput input, Decision decision) => new()
    {
        Decision = decision,
        Operation = OperationFlight.MayBeOnItsWay(input) ? input.Declared.Status?.Operation : null,
    };

    private static Decision Decide(PlannerInput input, ObservedSession session, PlanFacts facts) =>
        OfTheOperation(input, facts)
        ?? OwnedByAnother(input)
        ?? HandOver.OfTheOthers(input)
        ?? OfTheState(input, session)
        ?? OfAContestAtRest(input, session, facts)
        ?? OfTheDifference(session, facts)
        ?? OfTheSettings(input, session, facts)
        ?? ContestRules.Check(input, facts)
        ?? HandOver.BeforeTheFirstWrite(input)
        ?? Repeat(input, facts)
        ?? NextBatch(input, session, facts);

    private static Decision.Stall? OwnedByAnother(PlannerInput input) => input.Owner is not { } owner ? null : new Decision.Stall(
        Reasons.OwnershipConflict,
        $"The older object {owner} already manages session {input.Declared.Session()}. Delete one of the two.",
        null);

    internal static Decision? OfTheOperation(PlannerInput input, PlanFacts facts) => facts.Progress switch
    {
        OperationProgress.Running => new Decision.Wait(Reasons.WaitingForCloud, "The cloud is carrying out the last change.", null),
        OperationProgress.TimedOut => new Decision.Stall(
            Reasons.ModifyingTimeout,
            $"The session has been {input.Observed!.State.Status} for more than {input.Settings.OperationTimeout.TotalMinutes:0} minutes "
            + "since our last change. Looking on; if it stays, ask the cloud's support with status.lastRequestId.",
            input.Settings.StalledPoll),
        OperationProgress.Unwanted => OperationProgressEvaluator.WaitUntilLanded(
            input, "The outcome of the last change is unknown, and it is not wanted any more."),
        OperationProgress.Landing => OperationProgressEvaluator.WaitUntilLanded(
            input, "The last change needs no repeat, but its call may still be on its way."),
        OperationProgress.HeldByOther => new Decision.Wait(
            Reasons.WaitingForOtherProcess,
            $"{facts.Operation!.Holder} recorded a change whose call may still be on its way.",
            OperationFlight.WaitFor(facts.Operation, input)),
        _ => null,
    };

    internal static Decision? OfTheState(PlannerInput input, ObservedSession session)
    {
        if (session.State.Status == ObservedSession.Deleting)
            return new Decision.Stall(Reasons.SessionDeleting, "The session is being deleted in the cloud.", input.Settings.StalledPoll);
        if (!session.IsSettled) return Busy(input, session);
        return session.IsInGoodStanding ? null : new Decision.Stall(
            Reasons.FinancialLocked,
            $"The account's business status is {session.State.BusinessStatus}: nothing is mirrored. Settle the overdue payment.",
            null);
    }

    private static Decision Busy(PlannerInput input, ObservedSession session)
    {
        var busyFor = input.Now - (input.Memory.BusySince ?? input.Now);
        if (busyFor > input.Settings.OperationTimeout)
            return new Decision.Stall(
                Reasons.ModifyingTimeout, $"The session stays {session.State.Status} and refuses changes.", input.Settings.StalledPoll);
        return new Decision.Wait(
            Reasons.SessionBusy, $"The session is {session.State.Status}; changes must wait.", PollSchedule.WhileBusy(busyFor, input.Settings));
    }

    /// <summary>The list is as declared, and this may not last. A session that mirrors nothing has a greater trouble.</summary>
    private static Decision.Stall? OfAContestAtRest(PlannerInput input, ObservedSession session, PlanFacts facts) =>
        facts.Diff.IsEmpty && session.State.Enabled ? ContestRules.Check(input, facts) : null;

    private static Decision? OfTheDifference(ObservedSession session, PlanFacts facts)
    {
        if (!facts.Diff.IsEmpty) return null;
        return session.State.Enabled
            ? new Decision.Done($"{facts.Diff.Covered} of {facts.Diff.Desired} sources are mirrored.")
            : new Decision.Stall(Reasons.SessionDisabled, "The source list is as declared, but the session is disabled and mirrors nothing.", null);
    }

    private static Decision.Hold? OfTheSettings(PlannerInput input, ObservedSession session, PlanFacts facts)
    {
        var spec = input.Declared.Spec;
        if (spec.IsSuspended())
            return new Decision.Hold(Reasons.Suspended, "spec.suspend is set: no changes are made.");
        if (spec.Policy() == ManagementPolicy.Observe)
            return new Decision.Hold(Reasons.ObserveOnly, "The session differs and managementPolicy is Observe: no changes are made.");
        return SafetyGuard.Check(input.Declared, session, facts.Diff, facts.Hash, facts.IsApproved);
    }

    /// <summary>Repeats an operation of unknown outcome with its own token.</summary>
    internal static Decision.Write? Repeat(PlannerInput input, PlanFacts facts) =>
        facts is { Progress: OperationProgress.Unknown, Operation: { } operation }
            ? Write(input, facts, operation with { Attempts = operation.Attempts + 1 }, Reason(operation.Verb))
            : null;

    /// <summary>Add before remove (rule 4); at capacity, remove only what the next add needs.</summary>
    internal static Decision NextBatch(PlannerInput input, ObservedSession session, PlanFacts facts)
    {
        var room = input.Memory.CapacityAt(input.Now) is { } capacity ? Math.Max(0, capacity - session.Sources.Count) : int.MaxValue;
        var adds = Select(input, OperationVerb.Add, facts.Diff.ToAdd, input.AddBatchSize);
        if (!adds.IsEmpty && room > 0)
            return Write(input, facts, Intend(input, OperationVerb.Add, [.. adds.Take(room)]), Reasons.AddingSources);
        var removes = Select(input, OperationVerb.Remove, facts.Diff.ToRemove, input.Settings.RemoveBatchSize);
        if (!adds.IsEmpty)
            return removes.IsEmpty ? Full(input, session) : MakeRoom(input, session, facts, removes, adds.Length);
        if (removes.IsEmpty) return OnlyRefusedLeft(input, facts);
        return (Decision?)SafetyGuard.CheckBeforeRemoval(input.Declared, facts.Diff)
            ?? Write(input, facts, Intend(input, OperationVerb.Remove, removes), Reasons.RemovingSources);
    }

    /// <summary>Never all sources at once, if there are several: should the add fail, the session must not be left without any.</summary>
    private static Decision.Write MakeRoom(
        PlannerInput input, ObservedSession session, PlanFacts facts, ImmutableArray<string> removes, int needed)
    {
        var spare = Math.Max(1, session.Sources.Count - 1);
        return Write(input, facts, Intend(input, OperationVerb.Remove, [.. removes.Take(Math.Min(needed, spare))]), Reasons.MakingRoom);
    }

    private static Decision.Stall Full(PlannerInput input, ObservedSession session) => new Decision.Stall(
        Reasons.QuotaExceeded,
        $"The session takes no more than {session.Sources.Count} sources. Have the quota raised, or list fewer.",
        input.Memory.CapacityUntil - input.Now);

    private static Decision.Stall OnlyRefusedLeft(PlannerInput input, PlanFacts facts)
    {
        var left = facts.Diff.ToAdd.Concat(facts.Diff.ToRemove).Select(id => input.Memory.Refused[id]).ToList();
        return new Decision.Stall(
            Reasons.SourcesRejected,
            $"Sources that the cloud refuses: {left.Count} ({left[0].Code}); see status.rejectedSources. They are retried.",
            left.Min(source => source.RetryAt) - input.Now);
    }

    private static ImmutableArray<string> Select(PlannerInput input, OperationVerb verb, ImmutableArray<string> pending, int size) =>
        BatchSelector.Next(verb, pending, input.Memory, size, input.Now);

    private static OperationState Intend(PlannerInput input, OperationVerb verb, ImmutableArray<string> ids)
    {
        var sequence = (input.Declared.Status?.OperationSequence ?? 0) + 1;
        return new OperationState
        {
            Sequence = sequence,
            Verb = verb,
            Ids = ids,
            ClientToken = ClientTokens.For(input.Declared.Metadata.Uid, sequence, verb, ids),
            StartedAt = input.Now,
            Holder = input.Holder,
        };
    }

    private static Decision.Write Write(PlannerInput input, PlanFacts facts, OperationState operation, string reason) => new(
        reason,
        reason == Reasons.MakingRoom
            ? "The session is full: removing as many sources as the next add needs. They are not mirrored until it ends."
            : input.IsDetaching
                ? $"The object is being deleted. Sources to detach: {facts.Diff.ToRemove.Length}."
                : $"Sources to add: {facts.Diff.ToAdd.Length}, to remove: {facts.Diff.ToRemove.Length}.",
        operation with { StartedAt = input.Now, Holder = input.Holder },
        DryRunFirst: input.Declared.Spec.WantsDryRun() && facts.ValidatedHash != facts.Hash);

    private static string Reason(OperationVerb verb) => verb == OperationVerb.Add ? Reasons.AddingSources : Reasons.RemovingSources;
}
