using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Turns a plan into a status. Pure. Parts that did not change are the old instances, so that an unchanged status equals the old
/// one and is not written.
/// </summary>
internal static class SessionStatusBuilder
{
    /// <summary>The object with its status after an observation.</summary>
    public static TrafficMirrorSession Observed(Observation observation)
    {
        var (declared, plan, session, now) = (observation.Declared, observation.Plan, observation.Snapshot.Session, observation.Now);
        var old = declared.Status ?? new TrafficMirrorSessionStatus();
        var wasReady = Conditions.IsTrue(old.Conditions, ConditionTypes.Ready);
        return declared with
        {
            Status = old with
            {
                ObservedGeneration = declared.Metadata.Generation,
                Conditions = SessionConditions.Of(declared, plan, session, now),
                Claim = observation.Claim,
                TrafficMirrorSessionId = plan.Life?.Record.Id ?? declared.SessionId(),
                LastCreateTime = plan.Operation is { Verb: OperationVerb.Create } create
                    ? create.StartedAt
                    : plan.Life is { } life ? life.Record.LastCreateAt : old.LastCreateTime,
                Session = SessionOf(old.Session, plan, session),
                Sources = Keep(old.Sources, Count(observation)),
                Plan = PlanOf(old.Plan, plan),
                Operation = plan.Operation,
                OperationSequence = Math.Max(old.OperationSequence, plan.Operation?.Sequence ?? 0),
                Alteration = plan.Facts is { } facts ? facts.Alteration : old.Alteration,
                Contest = Contest(old.Contest, plan),
                RecentRemovals = plan.Facts?.RecentRemovals ?? old.RecentRemovals,
                RejectedSources = Rejected(old.RejectedSources, observation.Memory.Trials),
                LastSyncTime = plan.Decision is Decision.Done && !wasReady ? TimeConverter.Truncate(now) : old.LastSyncTime,
                LastObservedTime = IsUnseen(observation) ? old.LastObservedTime : TimeConverter.Truncate(observation.Snapshot.ReadAt),
                LastWrites = LastWrites.Merge(old.LastWrites, observation.Memory.Operation.Calls),
                LastHandledReconcileAt = UserRequest.Of(declared) ?? old.LastHandledReconcileAt,
            },
        };
    }

    /// <summary>The object with the intent of a write. While writes fail, the conditions that say so stay.</summary>
    public static TrafficMirrorSession Intent(Observation observation)
    {
        var intent = Observed(observation);
        return observation.Memory.Report.WritesFail && observation.Declared.Status is { } old
            ? intent with { Status = intent.Status! with { Conditions = old.Conditions } }
            : intent;
    }

    /// <summary>The object after the cloud has accepted a write.</summary>
    public static TrafficMirrorSession Accepted(Observation observation, OperationState operation, CallAnswer answer)
    {
        var plan = observation.Plan with
        {
            // What was created is recorded in the same write that ends the operation (rule S4).
            Operation = answer.CreatedId is null ? operation with { AcceptedAt = observation.Now } : null,
            Life = answer.CreatedId is { } id && observation.Plan.Life is { } life
                ? life with { Record = life.Record with { Id = id, Operation = null, LastCreateAt = operation.StartedAt } }
                : observation.Plan.Life,
            Decision = new Decision.Wait(Reasons.WaitingForCloud, observation.Plan.Decision.Message, null),
        };
        var accepted = Observed(observation with { Plan = plan });
        return accepted with { Status = accepted.Status! with { LastRequestId = answer.RequestId } };
    }

    /// <summary>The object after a call that failed: what was known stays, <c>Ready</c> says why nothing newer is.</summary>
    /// <param name="declared">The object as read.</param>
    /// <param name="failure">What failed.</param>
    /// <param name="seenAt">When the session was last seen; null when that is not known better than the status says.</param>
    /// <param name="now">The time.</param>
    public static TrafficMirrorSession Failed(
        TrafficMirrorSession declared, FailedCall failure, DateTimeOffset? seenAt, DateTimeOffset now)
    {
        var old = declared.Status ?? new TrafficMirrorSessionStatus();
        return declared with
        {
            Status = old with
            {
                ObservedGeneration = declared.Metadata.Generation,
                Conditions = SessionConditions.OfFailure(declared, failure, now),
                LastObservedTime = seenAt is { } seen ? TimeConverter.Truncate(seen) : old.LastObservedTime,
                LastRequestId = failure.RequestId ?? old.LastRequestId,
            },
        };
    }

    /// <summary>
    /// Whether two objects say the same in their status: nothing differs but the request id, the latest writes and the time of the
    /// observation, which change with every call.
    /// </summary>
    public static bool SaysTheSame(TrafficMirrorSession old, TrafficMirrorSession current) =>
        old.Status is { } before && current.Status is { } after
        && (after with
        {
            LastRequestId = before.LastRequestId, LastWrites = before.LastWrites, LastObservedTime = before.LastObservedTime,
        }) == before;

    /// <summary>What is another namespace's is not looked at.</summary>
    private static bool IsUnseen(Observation observation) => Refusal.KeepsFromLooking(observation.Plan.Decision.Reason, observation.Claim);

    /// <summary>Without an observation, what was known stays.</summary>
    private static ContestState? Contest(ContestState? old, Plan plan)
    {
        if (plan.Facts is not { } facts) return old;
        var same = facts.Contest is { } now && old is not null && now.Undone == old.Undone && now.LastUndoneAt == old.LastUndoneAt;
        return same ? old : facts.Contest;
    }

    /// <summary>
    /// While a created session is looked for, the status says what it was last: whether it was locked decides what follows.
    /// </summary>
    private static SessionState? SessionOf(SessionState? old, Plan plan, ObservedSession? session) =>
        plan.Life is not null && session is null && plan.Operation?.Verb != OperationVerb.Create
            ? old
            : Keep(old, SessionAttributes.Remembering(old, session?.State));

    private static T? Keep<T>(T? old, T? current) where T : class, IEquatable<T> => current is not null && current.Equals(old) ? old
        : current;

    private static SourceCounts Count(Observation observation)
    {
        if (observation.Plan.Diff is not { } diff || observation.Snapshot.Session is not { } session)
            return new SourceCounts { Desired = observation.Declared.Spec.SourceIds.Distinct(StringComparer.Ordinal).Count() };
        return new SourceCounts
        {
            Desired = diff.Desired,
            Actual = session.Sources.Count + session.Unnameable.Count,
            ToAdd = diff.ToAdd.Length,
            ToRemove = diff.ToRemove.Length,
            Pending = Pending(diff),
            Rejected = observation.Memory.Trials.Rejected.Count,
            Coverage = session.IsMirroring ? Percent(diff.Covered, diff.Desired) : 0,
        };
    }

    private static string Pending(SourceDiff diff) => (diff.ToAdd.Length, diff.ToRemove.Length) switch
    {
        (0, 0) => "0",
        (var add, 0) => string.Create(CultureInfo.InvariantCulture, $"+{add}"),
        (0, var remove) => string.Create(CultureInfo.InvariantCulture, $"-{remove}"),
        var (add, remove) => string.Create(CultureInfo.InvariantCulture, $"+{add} -{remove}"),
    };

    private static int Percent(int covered, int desired) => desired == 0 ? 100 : (int)(100L * covered / desired);

    private static PlanState? PlanOf(PlanState? old, Plan plan)
    {
        if (plan.Facts is not { } facts || (facts.Diff.IsEmpty && facts.Attributes.IsEmpty)) return null;
        var current = new PlanState
        {
            Hash = facts.Hash,
            AddCount = facts.Diff.ToAdd.Length,
            RemoveCount = facts.Diff.ToRemove.Length,
            Add = [.. facts.Diff.ToAdd.Take(TrafficMirrorSessionStatus.MaxListed)],
            Remove = [.. facts.Diff.ToRemove.Take(TrafficMirrorSessionStatus.MaxListed)],
            Attributes = [.. facts.Attributes.Changes],
            ApprovedHash = facts.ApprovedHash,
            Approval = facts.Approval,
        };
        if (old is null || !old.Attributes.SequenceEqual(current.Attributes)) return current;
        if (!old.Add.SequenceEqual(current.Add) || !old.Remove.SequenceEqual(current.Remove)) return current;
        return current with { Add = old.Add, Remove = old.Remove, Attributes = old.Attributes } == old ? old : current;
    }

    private static IReadOnlyList<RejectedSource> Rejected(IReadOnlyList<RejectedSource> old, SourceTrials trials)
    {
        if (trials.Rejected.IsEmpty && old.Count == 0) return old;
        RejectedSource[] current =
        [
            .. trials.Rejected.Take(TrafficMirrorSessionStatus.MaxListed).Select(entry => new RejectedSource
            {
                Id = entry.Key,
                Code = entry.Value.Code,
                Message = entry.Value.Message,
                Since = TimeConverter.Truncate(entry.Value.Since),
            }),
        ];
        return current.SequenceEqual(old) ? old : current;
    }
}
