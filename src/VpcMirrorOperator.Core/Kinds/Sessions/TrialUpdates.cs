using System.Collections.Immutable;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>What a rejected batch teaches about its sources (rule 8). Pure.</summary>
internal static class TrialUpdates
{
    /// <summary>An operation was rejected for one of its ids: halve the batch, or put the culprit aside when it is alone.</summary>
    public static SourceTrials BadSource(this SourceTrials trials, OperationState operation, CloudException error, DateTimeOffset now)
    {
        var others = WithoutIds(trials.Suspects, operation);
        if (operation.Ids.Count == 1) return trials with { Suspects = others, Rejected = PutAside(trials, operation.Ids[0], error, now) };
        var half = operation.Ids.Count / 2;
        SuspectBatch[] halves =
        [
            new(operation.Verb, [.. operation.Ids.Take(half)]),
            new(operation.Verb, [.. operation.Ids.Skip(half)]),
        ];
        return trials with { Suspects = others.InsertRange(0, halves) };
    }

    /// <summary>
    /// A single add met a quota: that of the source alone, if the cloud's lists show it; else the session's or its target's, or one that
    /// nobody knows. With another source to try, the second answer decides; so one bad source does not keep the others out.
    /// </summary>
    /// <param name="trials">What is known.</param>
    /// <param name="observation">The observation that the add came from.</param>
    /// <param name="operation">The add, of one source.</param>
    /// <param name="error">The refusal.</param>
    /// <param name="quota">The quota that is used up; null when the lists do not tell.</param>
    /// <param name="now">The time.</param>
    public static SourceTrials Quota(
        this SourceTrials trials, Observation observation, OperationState operation, CloudException error, UsedUpQuota? quota,
        DateTimeOffset now)
    {
        if (quota?.Reason == Reasons.InterfaceFull) return trials.UsedUp(operation, error, quota, now);
        if (!trials.IsSecond(operation, error) && trials.HasUntried(observation, operation)) return trials.BadSource(operation, error, now);
        var same = trials.Rejected.Where(source => source.Value.Code == error.Code && !source.Value.IsUsedUp).Select(source => source.Key);
        return trials with
        {
            Capacity = observation.Snapshot.Session?.Sources.Count ?? 0,
            CapacityUntil = now + SessionLimits.CapacityMemory,
            Quota = quota,
            Rejected = trials.Rejected.RemoveRange(same),
            InVain = trials.InVain.Union(same).Union(operation.Ids),
        };
    }

    /// <summary>Whether another source was refused with the same code, and not because that one is used up.</summary>
    /// <param name="trials">What is known.</param>
    /// <param name="operation">The add, of one source.</param>
    /// <param name="error">The refusal.</param>
    public static bool IsSecond(this SourceTrials trials, OperationState operation, CloudException error) => trials.Rejected.Any(
        source => source.Value.Code == error.Code && !source.Value.IsUsedUp && !operation.Ids.Contains(source.Key));

    private static bool HasUntried(this SourceTrials trials, Observation observation, OperationState operation) =>
        observation.Plan.Diff is { } diff && diff.ToAdd.Any(id => !trials.Rejected.ContainsKey(id) && !operation.Ids.Contains(id));

    private static SourceTrials UsedUp(
        this SourceTrials trials, OperationState operation, CloudException error, UsedUpQuota quota, DateTimeOffset now)
    {
        var id = operation.Ids[0];
        var aside = trials.BadSource(operation, error, now);
        return aside with { Rejected = aside.Rejected.SetItem(id, aside.Rejected[id] with { Message = quota.Message, IsUsedUp = true }) };
    }

    /// <summary>Forgets what was learned of ids that nothing is to be done with any more.</summary>
    public static SourceTrials Prune(this SourceTrials trials, SourceDiff diff)
    {
        if (trials.Rejected.IsEmpty && trials.Suspects.IsEmpty && trials.InVain.IsEmpty) return trials;
        bool IsPending(string id) => Has(diff.ToAdd, id) || Has(diff.ToRemove, id);
        return trials with
        {
            Rejected = trials.Rejected.RemoveRange(trials.Rejected.Keys.Where(id => !IsPending(id))),
            Suspects = trials.Suspects.RemoveAll(batch => !batch.Ids.Any(IsPending)),
            // All were tried: they begin anew.
            InVain = diff.ToAdd.All(trials.InVain.Contains) ? trials.InVain.Clear() : trials.InVain.Intersect(diff.ToAdd),
        };
    }

    private static ImmutableList<SuspectBatch> WithoutIds(ImmutableList<SuspectBatch> suspects, OperationState operation) =>
    [
        .. suspects
            .Select(batch => batch.Verb == operation.Verb ? batch with { Ids = batch.Ids.RemoveRange(operation.Ids) } : batch)
            .Where(batch => !batch.Ids.IsEmpty),
    ];

    private static ImmutableSortedDictionary<string, SourceRejection> PutAside(
        SourceTrials trials, string id, CloudException error, DateTimeOffset now)
    {
        var before = trials.Rejected.GetValueOrDefault(id);
        var failures = (before?.Failures ?? 0) + 1;
        // "Already done" usually means that our list was old: try again soon.
        var first = CloudErrorTable.Of(error).Class == CloudErrorClass.AlreadyDone
            ? OperationLimits.StaleReadLimit
            : SessionLimits.FirstSourceRetry;
        var retryAt = now + new Backoff(first, SessionLimits.MaxSourceRetry, Factor: 2, Jitter: 0).Delay(failures);
        return trials.Rejected.SetItem(id, new SourceRejection(error.Code, error.Detail, before?.Since ?? now, retryAt, failures));
    }

    private static bool Has(ImmutableArray<string> sorted, string id) => sorted.BinarySearch(id, StringComparer.Ordinal) >= 0;
}
