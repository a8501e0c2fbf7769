using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Decides the next step for one filter: a function without I/O or a clock of its own. The order of the questions is the order of the
/// methods, the same as for sessions.
/// </summary>
internal static class FilterPlanner
{
    /// <summary>Plans what needs no observation: deleted objects, and those that may not touch their filter. Null for all others.</summary>
    public static FilterPlan? DecideUnobserved(FilterPlannerInput input) =>
        (Deleted(input) ?? NotAllowed(input) ?? Malformed(input)) is { } decision ? Unseen(input, decision) : null;

    /// <summary>Plans the next step after an observation.</summary>
    public static FilterPlan Decide(FilterPlannerInput input)
    {
        if (DecideUnobserved(input) is { } unobserved) return unobserved;
        if (input.Observed is not { } filter) return NotListed(input);
        var facts = FilterFacts.Gather(input, filter);
        var decision = Decide(input, filter, facts);
        return new FilterPlan(decision, facts)
        {
            TakesUpAgain = decision is Decision.Write<OperationState> { Operation: { Attempts: 1 } operation }
                && FilterContest.TakesUpAgain(input, operation),
        };
    }

    private static Decision? Deleted(FilterPlannerInput input)
    {
        // The end of what created its filter is a matter of its life.
        if (input.Declared.Metadata.DeletionTimestamp is null || input.Declared.Creates()) return null;
        return input.Declared.Metadata.Finalizers.Contains(Finalizers.Operation) && FilterOperation.MayBeOnItsWay(input)
            ? FilterOperation.WaitUntilLanded(input, "The outcome of the last change is unknown; its call may still be on its way.")
            : new Decision.Release(Reasons.Released, "The filter was not made here: it stays as it is.");
    }

    private static Decision.Stall? NotAllowed(FilterPlannerInput input) => input.Missing is not { } missing ? null : new Decision.Stall(
        Reasons.NotAllowed,
        $"The installation does not allow this: {missing}. Nothing is read, changed or removed. Ask whoever runs the operator.",
        FilterOperation.MayBeOnItsWay(input) ? FilterOperation.LandsIn(input) : null);

    /// <summary>What a server without validation rules lets pass.</summary>
    private static Decision.Stall? Malformed(FilterPlannerInput input)
    {
        foreach (var direction in DirectionText.Both)
        {
            var rules = input.Declared.Spec.RulesOf(direction) ?? [];
            if (rules.FirstOrDefault(rule => !rule.IsWellFormed()) is { } wrong) return Invalid(input, direction, wrong.Priority);
            if (rules.GroupBy(rule => rule.Priority).FirstOrDefault(same => same.Count() > 1) is { } twice)
                return Invalid(input, direction, twice.Key);
        }

        return null;
    }

    private static Decision.Stall Invalid(FilterPlannerInput input, RuleDirection direction, int priority) => new(
        Reasons.InvalidRule,
        $"The {DirectionText.Of(direction)} rule {priority} cannot be sent: a priority is out of bounds or there twice, an address block "
        + "is not of IPv4, or a port range is none or stands beside a protocol without ports. Correct it; `vpc-mirror plan` names the "
        + "field.",
        FilterOperation.MayBeOnItsWay(input) ? FilterOperation.LandsIn(input) : null);

    private static FilterPlan Unseen(FilterPlannerInput input, Decision decision) => new(decision, null)
    {
        Operation = FilterOperation.MayBeOnItsWay(input) ? input.Declared.Status?.Operation : null,
    };

    /// <summary>One answer never ends anything: two reads some seconds apart must agree (rule 11).</summary>
    private static FilterPlan NotListed(FilterPlannerInput input)
    {
        if (OwnedByAnother(input) is { } owned) return Unseen(input, owned);
        var first = input.Memory.MissingSince ?? input.ReadAt;
        var stall = new Decision.Stall(
            Reasons.FilterNotFound,
            $"The cloud does not list filter {input.Declared.Filter()}. Check spec.regionId, spec.trafficMirrorFilterId and the account.",
                null);
        var left = first + FilterTimes.ConfirmAfter - input.ReadAt;
        if (left <= TimeSpan.Zero) return Unseen(input, stall);
        var wait = new Decision.Wait(
            Reasons.ConfirmingObservation,
            $"Observing the filter once more, within seconds and by itself, before this counts: {stall.Message}",
            left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1));
        return Unseen(input, wait) with { IsUnconfirmed = true };
    }

    private static Decision Decide(FilterPlannerInput input, ObservedFilter filter, FilterFacts facts) =>
        FilterSteps.UnderWay(input, facts)
        ?? OwnedByAnother(input)
        ?? FilterSteps.OfTheOthers(input)
        ?? FilterSteps.NotWritable(input, filter)
        ?? FilterSteps.NothingToDo(input, filter, facts)
        ?? FilterSteps.Forbidden(input)
        ?? FilterContest.Check(input)
        ?? FilterSteps.BeforeTheFirstWrite(input)
        ?? Write(input, filter, facts);

    private static Decision.Stall? OwnedByAnother(FilterPlannerInput input) => input.Owner is not { } owner ? null : new Decision.Stall(
        Reasons.OwnershipConflict,
        $"The older object {owner} already manages filter {input.Declared.Filter()}. Delete one of the two.", null);

    private static Decision Write(FilterPlannerInput input, ObservedFilter filter, FilterFacts facts)
    {
        if (facts is { Progress: OperationProgress.Unknown, Operation: { } open })
            return new Decision.Write<OperationState>(
                FilterSteps.ReasonOf(open.Verb), "Repeating a change whose outcome is unknown.", open.Again(input.Now, input.Holder),
                DryRunFirst: false);
        List<DirectionEdit> edits = [.. facts.Edits.Where(edit => edit.Blocked.IsEmpty && !BlindGuard.Holds(input, edit))];
        if (RuleQuota.Of(input, filter, facts.Edits) is { } quota && RuleWrites.Next(input, filter, edits,
            quota) is { } write) return write;
        if (facts.Changes.IsEmpty && FilterAttributes.Next(input, filter) is { } attributes)
            return new Decision.Write<OperationState>(
                Reasons.UpdatingFilter, "Name, description or tags of the filter are being written.", attributes,
                input.Declared.Spec.ValidateWithDryRun ?? false);
        return (Decision?)BlindGuard.Check(input, facts) ?? FilterSteps.NumberTaken(facts) ?? RuleQuota.Exceeded(input, facts);
    }
}
