using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Turns a plan into a status. Pure. Parts that did not change are the old instances, so that an unchanged status equals the old one and is
/// not written.
/// </summary>
internal static class FilterStatusBuilder
{
    /// <summary>The object with its status after an observation.</summary>
    public static TrafficMirrorFilter Observed(FilterObservation observation)
    {
        var (declared, plan, now) = (observation.Declared, observation.Plan, observation.Now);
        var old = declared.Status ?? new TrafficMirrorFilterStatus();
        var wasReady = Conditions.IsTrue(old.Conditions, ConditionTypes.Ready);
        return declared with
        {
            Status = old with
            {
                ObservedGeneration = declared.Metadata.Generation,
                Conditions = FilterConditions.Of(declared, plan, now),
                TrafficMirrorFilterId = plan.Life?.Record.Id ?? declared.FilterId(),
                LastCreateTime = plan.Operation is { Verb: OperationVerb.Create } create
                    ? create.StartedAt
                    : plan.Life is { } life ? life.Record.LastCreateAt : old.LastCreateTime,
                Filter = observation.ReadAt is null ? old.Filter : Keep(old.Filter, StateOf(observation.Filter)),
                Rules = plan.Facts is { } facts ? Keep(old.Rules, Count(facts)) : old.Rules,
                Plan = PlanOf(old.Plan, plan),
                Operation = plan.Operation,
                OperationSequence = Math.Max(old.OperationSequence, plan.Operation?.Sequence ?? 0),
                LastSyncTime = plan.Decision is Decision.Done && !wasReady ? TimeConverter.Truncate(now) : old.LastSyncTime,
                LastObservedTime = observation.ReadAt is { } readAt ? TimeConverter.Truncate(readAt) : old.LastObservedTime,
                LastWrites = Merge(old.LastWrites, observation.Memory.Calls),
                LastHandledReconcileAt = FilterReadAge.Asked(declared) ?? old.LastHandledReconcileAt,
            },
        };
    }

    /// <summary>The object with the intent of a write. While writes fail, the conditions that say so stay.</summary>
    public static TrafficMirrorFilter Intent(FilterObservation observation)
    {
        var intent = Observed(observation);
        return observation.Memory.WritesFail && observation.Declared.Status is { } old
            ? intent with { Status = intent.Status! with { Conditions = old.Conditions } }
            : intent;
    }

    /// <summary>The object after the cloud has accepted a write.</summary>
    public static TrafficMirrorFilter Accepted(FilterObservation observation, OperationState operation, CallAnswer answer)
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
    public static TrafficMirrorFilter Failed(TrafficMirrorFilter declared, FilterFailure failure, DateTimeOffset? seenAt,
        DateTimeOffset now)
    {
        var old = declared.Status ?? new TrafficMirrorFilterStatus();
        return declared with
        {
            Status = old with
            {
                ObservedGeneration = declared.Metadata.Generation,
                Conditions = FilterConditions.OfFailure(declared, failure.Reason, failure.Message, failure.NeedsUser, now),
                LastObservedTime = seenAt is { } seen ? TimeConverter.Truncate(seen) : old.LastObservedTime,
                LastRequestId = failure.RequestId ?? old.LastRequestId,
            },
        };
    }

    /// <summary>Whether nothing differs but what changes with every call.</summary>
    public static bool SaysTheSame(TrafficMirrorFilter old, TrafficMirrorFilter current) =>
        old.Status is { } before && current.Status is { } after
        && (after with
        {
            LastRequestId = before.LastRequestId, LastWrites = before.LastWrites, LastObservedTime = before.LastObservedTime,
        }) == before;

    /// <summary>The latest writes, newest first. Pure.</summary>
    public static IReadOnlyList<FilterWriteRecord> Merge(IReadOnlyList<FilterWriteRecord> old, IReadOnlyList<FilterWriteRecord> calls)
    {
        if (calls.All(old.Contains)) return old;
        return [.. calls.Concat(old).Distinct().OrderByDescending(call => call.Time).Take(TrafficMirrorFilterStatus.MaxLastWrites)];
    }

    private static T? Keep<T>(T? old, T? current) where T : class, IEquatable<T> =>
        current is not null && current.Equals(old) ? old : current;

    private static FilterState? StateOf(ObservedFilter? filter) => filter is null ? null : new FilterState
    {
        Status = filter.Status,
        Name = filter.Name,
        RuleCount = filter.Rules.Count,
        Ipv6RuleCount = filter.Rules.Count(rule => rule.Content is null),
        RulesFingerprint = FilterFingerprint.Of(filter),
    };

    private static RuleCounts Count(FilterFacts facts)
    {
        var (add, change, remove) = (Of(facts, '+'), Of(facts, '~'), Of(facts, '-'));
        string[] parts = [Part('+', add), Part('~', change), Part('-', remove)];
        var pending = string.Join(' ', parts.Where(part => part.Length > 0));
        return new RuleCounts
        {
            Desired = facts.Edits.Sum(edit => edit.Target.Count),
            Actual = facts.Edits.Sum(edit => edit.Table.Count),
            ToAdd = add,
            ToChange = change,
            ToRemove = remove,
            Pending = pending.Length == 0 ? "0" : pending,
        };
    }

    private static int Of(FilterFacts facts, char sign) => facts.Changes.Count(change => change.Sign == sign);

    private static string Part(char sign, int count) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{sign}{count}");

    private static FilterPlanState? PlanOf(FilterPlanState? old, FilterPlan plan)
    {
        if (plan.Facts is not { Hash: { } hash } facts) return null;
        return old?.Hash == hash ? old : new FilterPlanState
        {
            Hash = hash,
            Changes = [.. facts.Changes.Take(TrafficMirrorFilterStatus.MaxListed).Select(change => change.ToString())],
        };
    }
}
