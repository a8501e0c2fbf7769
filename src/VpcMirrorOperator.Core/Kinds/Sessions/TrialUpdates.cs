using System.Collections.Immutable;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
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
    /// A single add met a quota: the session's, or that of the source alone. With another source to try, the second answer decides; so
    /// one source with a quota of its own does not keep the others out.
    /// </summary>
    public static SourceTrials Quota(
        this SourceTrials trials, Observation observation, OperationState operation, CloudException error, DateTimeOffset now)
    {
        var isSecond = trials.Rejected.Values.Any(source => source.Code == error.Code);
        var another = observation.Plan.Diff?.ToAdd.Any(id => !trials.Rejected.ContainsKey(id) && !operation.Ids.Contains(id)) ?? false;
        if (another && !isSecond) return trials.BadSource(operation, error, now);
        return trials with
        {
            Capacity = observation.Snapshot.Session?.Sources.Count ?? 0,
            CapacityUntil = now + SessionLimits.CapacityMemory,
            Rejected = trials.Rejected.RemoveRange(
                trials.Rejected.Where(source => source.Value.Code == error.Code).Select(source => source.Key)),
        };
    }

    /// <summary>Forgets what was learned of ids that nothing is to be done with any more.</summary>
    public static SourceTrials Prune(this SourceTrials trials, SourceDiff diff)
    {
        if (trials.Rejected.IsEmpty && trials.Suspects.IsEmpty) return trials;
        bool IsPending(string id) => Has(diff.ToAdd, id) || Has(diff.ToRemove, id);
        return trials with
        {
            Rejected = trials.Rejected.RemoveRange(trials.Rejected.Keys.Where(id => !IsPending(id))),
            Suspects = trials.Suspects.RemoveAll(batch => !batch.Ids.Any(IsPending)),
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
