using System.Collections.Immutable;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>How a process' memory of a session changes. Pure.</summary>
internal static class MemoryUpdates
{
    private static readonly TimeSpan RecheckPause = TimeSpan.FromSeconds(15);

    /// <summary>Brings the memory in line with what was planned: forgets ids that nothing is to be done with, marks the start of busy times, forgets failed writes once nothing is written.</summary>
    public static SessionMemory After(this SessionMemory memory, Plan plan, ObservedSession? session, DateTimeOffset now)
    {
        var busy = session is { IsSettled: false } && plan.Operation is null;
        var updated = memory with
        {
            BusySince = busy ? memory.BusySince ?? now : null,
            RestAge = Shorter((plan.Decision as Decision.Stall)?.After, memory.RecheckUntil > now ? RecheckPause : null),
            ValidatedPlan = plan.ValidatedHash,
            Finding = plan.Finding,
            Finished = plan.Finished ?? memory.Finished,
            Contest = plan.Finished is null ? memory.Contest : plan.Contest,
            WritesFail = memory.WritesFail && plan.Decision is Decision.Write,
        };
        return plan.Diff is { } diff ? updated.Prune(diff) : updated;
    }

    /// <summary>
    /// An operation was refused for one of its ids: halve the batch, or put the culprit aside when it is alone (rule 8).
    /// </summary>
    public static SessionMemory BadSource(
        this SessionMemory memory, OperationState operation, CloudException error, PlannerSettings settings, DateTimeOffset now)
    {
        var others = WithoutIds(memory.Suspects, operation);
        if (operation.Ids.Count == 1)
            return memory with { Suspects = others, Refused = PutAside(memory, operation.Ids[0], error, settings, now) };
        var half = operation.Ids.Count / 2;
        return memory with
        {
            Suspects = others.InsertRange(0,
            [
                new SuspectBatch(operation.Verb, [.. operation.Ids.Take(half)]),
                new SuspectBatch(operation.Verb, [.. operation.Ids.Skip(half)]),
            ]),
        };
    }

    /// <summary>
    /// A single add met a quota: the session's, or that of the source alone. With another source to try, the second answer decides; so
    /// one source with a quota of its own does not keep the others out.
    /// </summary>
    public static SessionMemory Quota(
        this SessionMemory memory, Observation look, OperationState operation, CloudException error, PlannerSettings settings, DateTimeOffset now)
    {
        var isSecond = memory.Refused.Values.Any(source => source.Code == error.Code);
        var another = look.Plan.Diff?.ToAdd.Any(id => !memory.Refused.ContainsKey(id) && !operation.Ids.Contains(id)) ?? false;
        if (another && !isSecond) return memory.BadSource(operation, error, settings, now);
        return memory with
        {
            Capacity = look.Snapshot.Session?.Sources.Count ?? 0,
            CapacityUntil = now + settings.CapacityMemory,
            Refused = memory.Refused.RemoveRange(memory.Refused.Where(source => source.Value.Code == error.Code).Select(source => source.Key)),
        };
    }

    /// <summary>
    /// An attempt was answered, or never sent. That says nothing of an attempt before it that was not.
    /// </summary>
    public static SessionMemory WithAnswer(this SessionMemory memory, OperationState operation)
    {
        var before = new OperationAttempt(operation.Sequence, operation.Attempts - 1);
        return operation.Attempts == 1 || memory.Answered == before ? memory with { Answered = OperationAttempt.Of(operation) } : memory;
    }

    /// <summary>
    /// An operation was judged without an answer, once its call could no longer be on its way. It may have been executed just before, and a list
    /// may show that later: the session is observed often for a while.
    /// </summary>
    public static SessionMemory WithoutAnswer(this SessionMemory memory, OperationState? recorded, Plan plan, PlannerSettings settings)
    {
        if (recorded is not { AcceptedAt: null } || plan.Operation?.Sequence == recorded.Sequence) return memory;
        return memory.Answered == OperationAttempt.Of(recorded)
            ? memory
            : memory with { RecheckUntil = recorded.StartedAt + settings.InFlightLimit + settings.StaleReadLimit };
    }

    /// <summary>
    /// The object has come to own its session. If another one owned it before, what that one changed last may show in the list only later.
    /// </summary>
    public static SessionMemory AsOwner(this SessionMemory memory, TrafficMirrorSession declared, PlannerSettings settings, DateTimeOffset now)
    {
        var owner = memory with { OwnerSince = now };
        return Conditions.IsTrue(declared.Status?.Conditions ?? [], ConditionTypes.OwnershipConflict)
            ? owner with { RecheckUntil = now + settings.StaleReadLimit, RestAge = TimeSpan.Zero }
            : owner;
    }

    private static TimeSpan? Shorter(TimeSpan? left, TimeSpan? right) => left is null || right < left ? right ?? left : left;

    private static ImmutableList<SuspectBatch> WithoutIds(ImmutableList<SuspectBatch> suspects, OperationState operation) =>
    [
        .. suspects
            .Select(batch => batch.Verb == operation.Verb ? batch with { Ids = batch.Ids.RemoveRange(operation.Ids) } : batch)
            .Where(batch => !batch.Ids.IsEmpty),
    ];

    private static ImmutableSortedDictionary<string, RefusedSource> PutAside(
        SessionMemory memory, string id, CloudException error, PlannerSettings settings, DateTimeOffset now)
    {
        var before = memory.Refused.GetValueOrDefault(id);
        var failures = (before?.Failures ?? 0) + 1;
        // "Already done" usually means that our list was old: look again soon.
        var first = CloudErrorTable.Of(error).Class == CloudErrorClass.AlreadyDone ? settings.StaleReadLimit : settings.FirstSourceRetry;
        var pause = first * Math.Pow(2, Math.Min(failures - 1, 10));
        var retryAt = now + (pause < settings.MaxSourceRetry ? pause : settings.MaxSourceRetry);
        return memory.Refused.SetItem(id, new RefusedSource(error.Code, error.Detail, before?.Since ?? now, retryAt, failures));
    }

    private static SessionMemory Prune(this SessionMemory memory, SourceDiff diff)
    {
        if (memory.Refused.IsEmpty && memory.Suspects.IsEmpty) return memory;
        bool IsPending(string id) => Has(diff.ToAdd, id) || Has(diff.ToRemove, id);
        return memory with
        {
            Refused = memory.Refused.RemoveRange(memory.Refused.Keys.Where(id => !IsPending(id))),
            Suspects = memory.Suspects.RemoveAll(batch => !batch.Ids.Any(IsPending)),
        };
    }

    private static bool Has(ImmutableArray<string> sorted, string id) => sorted.BinarySearch(id, StringComparer.Ordinal) >= 0;
}
