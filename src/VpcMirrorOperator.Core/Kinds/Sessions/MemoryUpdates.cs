using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>How a process' memory of a session changes. Pure.</summary>
internal static class MemoryUpdates
{
    private static readonly TimeSpan RecheckPause = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Brings the memory in line with what was planned: forgets ids that nothing is to be done with, marks the start of busy times, forgets
    /// failed writes once nothing is written.
    /// </summary>
    public static SessionMemory After(this SessionMemory memory, Plan plan, ObservedSession? session, DateTimeOffset now)
    {
        var busy = session is { IsSettled: false } && plan.Operation is null;
        return memory with
        {
            Trials = plan.Diff is { } diff ? memory.Trials.Prune(diff) : memory.Trials,
            Operation = memory.Operation.After(plan.Facts),
            Attributes = plan.Facts?.AttributeTrial ?? memory.Attributes,
            Report = memory.Report.After(plan),
            Times = memory.Times with
            {
                BusySince = busy ? memory.Times.BusySince ?? now : null,
                RestAge = Shorter((plan.Decision as Decision.Stall)?.After, memory.Times.RecheckUntil > now ? RecheckPause : null),
            },
        };
    }

    // Most observations change nothing: then the same instances stay.
    private static OperationMemory After(this OperationMemory memory, PlanFacts? facts) =>
        facts is null || (facts.Finished == memory.Finished && facts.Contest == memory.Contest)
            ? memory
            : memory with { Finished = facts.Finished, Contest = facts.Contest };

    private static ReportMemory After(this ReportMemory memory, Plan plan)
    {
        var fail = memory.WritesFail && plan.Decision is Decision.Write<OperationState>;
        var validated = plan.Facts?.ValidatedHash;
        var after = memory with { ValidatedPlan = validated, Finding = plan.Finding, WritesFail = fail };
        return after == ReportMemory.None ? ReportMemory.None : after == memory ? memory : after;
    }

    /// <summary>A call has ended.</summary>
    public static SessionMemory WithCall(this SessionMemory memory, WriteRecord call) =>
        memory with { Operation = memory.Operation with { Calls = LastWrites.Merge(memory.Operation.Calls, [call]) } };

    /// <summary>An attempt was answered, or never sent. That says nothing of an attempt before it that was not.</summary>
    public static SessionMemory WithAnswer(this SessionMemory memory, OperationState operation)
    {
        var before = new OperationAttempt(operation.Sequence, operation.Attempts - 1, operation.Holder);
        return operation.Attempts == 1 || memory.Operation.Answered == before
            ? memory with { Operation = memory.Operation with { Answered = OperationAttempt.Of(operation) } }
            : memory;
    }

    /// <summary>
    /// An operation was judged without an answer, once its call could no longer be on its way. It may have been executed just before, and a
    /// list may show that later: the session is observed often for a while.
    /// </summary>
    public static SessionMemory WithoutAnswer(this SessionMemory memory, OperationState? recorded, Plan plan)
    {
        if (recorded is not { AcceptedAt: null } || plan.Operation?.Sequence == recorded.Sequence) return memory;
        var until = recorded.StartedAt + OperationLimits.InFlightLimit + OperationLimits.StaleReadLimit;
        return memory.Operation.Answered == OperationAttempt.Of(recorded)
            ? memory
            : memory with { Times = memory.Times with { RecheckUntil = until } };
    }

    /// <summary>
    /// The object has come to own its session. If another one owned it before, what that one changed last may show in the list only later.
    /// </summary>
    public static SessionMemory AsOwner(this SessionMemory memory, TrafficMirrorSession declared, DateTimeOffset now)
    {
        var owner = memory.Times with { OwnerSince = now };
        var tookOver = Conditions.IsTrue(declared.Status?.Conditions ?? [], ConditionTypes.OwnershipConflict);
        return memory with
        {
            Times = tookOver ? owner with { RecheckUntil = now + OperationLimits.StaleReadLimit, RestAge = TimeSpan.Zero } : owner,
        };
    }

    private static TimeSpan? Shorter(TimeSpan? left, TimeSpan? right) => left is null || right < left ? right ?? left : left;
}
