using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Turns a plan into a status. Pure. Parts that did not change are the old instances, so that an unchanged status equals the old
/// one and is not written.
/// </summary>
internal static class SessionStatusBuilder
{
    /// <summary>The status after a look at the cloud.</summary>
    public static TrafficMirrorSessionStatus AfterLook(
        TrafficMirrorSession declared, Plan plan, ObservedSession? session, SessionMemory memory, DateTimeOffset now)
    {
        var old = declared.Status ?? new TrafficMirrorSessionStatus();
        var wasReady = Conditions.IsTrue(old.Conditions, ConditionTypes.Ready);
        return old with
        {
            ObservedGeneration = declared.Metadata.Generation,
            Conditions = SessionConditions.Of(declared, plan, session, now),
            Session = Keep(old.Session, session?.State),
            Sources = Keep(old.Sources, Count(declared, plan, session, memory)),
            Plan = PlanOf(old.Plan, plan),
            Operation = plan.Operation,
            OperationSequence = Math.Max(old.OperationSequence, plan.Operation?.Sequence ?? 0),
            Contest = Contest(old.Contest, plan),
            RejectedSources = Rejected(old.RejectedSources, memory),
            LastSyncTime = plan.Decision is Decision.Done && !wasReady ? TimeConverter.Truncate(now) : old.LastSyncTime,
            LastHandledReconcileAt = declared.Metadata.Annotations.GetValueOrDefault(Annotations.ReconcileRequestedAt) ?? old.LastHandledReconcileAt,
        };
    }

    /// <summary>The status after a call that failed: what was known stays, <c>Ready</c> says why nothing newer is.</summary>
    public static TrafficMirrorSessionStatus AfterFailure(
        TrafficMirrorSession declared, string reason, string message, bool needsUser, string? requestId, DateTimeOffset now)
    {
        var old = declared.Status ?? new TrafficMirrorSessionStatus();
        return old with
        {
            ObservedGeneration = declared.Metadata.Generation,
            Conditions = SessionConditions.OfFailure(declared, reason, message, needsUser, now),
            LastRequestId = requestId ?? old.LastRequestId,
        };
    }

    /// <summary>Whether a status is worth writing: anything changed but the request id, which changes with every call.</summary>
    public static bool IsNews(TrafficMirrorSessionStatus? old, TrafficMirrorSessionStatus current) =>
        old is null || (current with { LastRequestId = old.LastRequestId }) != old;

    /// <summary>Without an observation, what was known stays.</summary>
    private static ContestState? Contest(ContestState? old, Plan plan)
    {
        if (plan.Finished is null) return old;
        var same = plan.Contest is { } now && old is not null && now.Undone == old.Undone && now.LastUndoneAt == old.LastUndoneAt;
        return same ? old : plan.Contest;
    }

    private static T? Keep<T>(T? old, T? current) where T : class, IEquatable<T> => current is not null && current.Equals(old) ? old : current;

    private static SourceCounts? Count(TrafficMirrorSession declared, Plan plan, ObservedSession? session, SessionMemory memory)
    {
        if (plan.Diff is not { } diff || session is null) return new SourceCounts { Desired = declared.Spec.SourceIds.Distinct(StringComparer.Ordinal).Count() };
        return new SourceCounts
        {
            Desired = diff.Desired,
            Actual = session.Sources.Count,
            ToAdd = diff.ToAdd.Length,
            ToRemove = diff.ToRemove.Length,
            Pending = Pending(diff),
            Rejected = memory.Refused.Count,
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
        if (plan is not { Hash: { } hash, Diff: { } diff }) return null;
        if (old is not null && old.Hash == hash && old.ApprovedHash == plan.ApprovedHash && old.Approval == plan.Approval) return old;
        return new PlanState
        {
            Hash = hash,
            Add = [.. diff.ToAdd.Take(TrafficMirrorSessionStatus.MaxListed)],
            Remove = [.. diff.ToRemove.Take(TrafficMirrorSessionStatus.MaxListed)],
            ApprovedHash = plan.ApprovedHash,
            Approval = plan.Approval,
        };
    }

    private static IReadOnlyList<RejectedSource> Rejected(IReadOnlyList<RejectedSource> old, SessionMemory memory)
    {
        if (memory.Refused.IsEmpty && old.Count == 0) return old;
        RejectedSource[] current =
        [
            .. memory.Refused.Take(TrafficMirrorSessionStatus.MaxListed).Select(entry => new RejectedSource
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
