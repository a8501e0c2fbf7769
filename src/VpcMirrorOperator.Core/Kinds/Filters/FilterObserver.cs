using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Observes: reads a filter and has the next step planned.</summary>
internal sealed class FilterObserver(
    IObjectStore<TrafficMirrorFilter> store, FilterReadings readings, CreatedFilters created, FilterReconcilerOptions options,
    TimeProvider time)
{
    /// <summary>Plans on what was read; a write is only ever planned on a fresh list.</summary>
    /// <returns>Null when something has to be read first: the object is reconciled again when it is there.</returns>
    /// <exception cref="AlibabaCloud.Errors.CloudException">It could not be read.</exception>
    public FilterObservation? Observe(TrafficMirrorFilter declared, FilterMemories.Slot slot)
    {
        var arrived = FilterReadings.Take(slot);
        var maxAge = FilterReadAge.Allowed(declared, slot.Memory, time.GetUtcNow());
        if (readings.Find(declared, slot, arrived, maxAge) is not { } list || Plan(declared, slot,
            list) is not { } observation) return null;
        if (observation.Plan.Decision is not Decision.Write<OperationState>) return observation;
        if (ReferenceEquals(list, arrived) || observation.Now - list.ReadAt <= FilterTimes.WriteFreshness) return observation;
        return readings.Find(declared, slot, arrived, FilterTimes.WriteFreshness) is { } fresh ? Plan(declared, slot, fresh) : null;
    }

    /// <summary>What is said without a look at the cloud; null when it is to be looked at.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="slot">The object's memory.</param>
    /// <param name="kindIsGoingAway">Whether the object goes because its definition does: then nothing is deleted (rule S17).</param>
    public FilterObservation? Unobserved(TrafficMirrorFilter declared, FilterMemories.Slot slot, bool kindIsGoingAway)
    {
        var input = Input(declared, slot, null, time.GetUtcNow());
        if (slot.Life is { } life && declared.Metadata.DeletionTimestamp is not null)
        {
            if (CreatedFilters.WantsDelete(declared) && !kindIsGoingAway && input.Missing is null) return null;
            return new FilterObservation(declared, null, null, created.Release(input, slot, life), slot.Memory, input.Now);
        }

        return FilterPlanner.DecideUnobserved(input) is { } plan
            ? new FilterObservation(declared, null, null, plan, slot.Memory, input.Now)
            : null;
    }

    /// <summary>Notes since when the object has owned its filter.</summary>
    public FilterMemory Owning(TrafficMirrorFilter declared, FilterMemories.Slot slot)
    {
        var owns = OtherOwner(declared, store.ClaimantsOf(slot.Filter.Identity)) is null;
        if (owns == slot.Memory.OwnerSince is not null) return slot.Memory;
        return slot.Memory with { OwnerSince = owns ? time.GetUtcNow() : null };
    }

    private FilterObservation? Plan(TrafficMirrorFilter declared, FilterMemories.Slot slot, ListSnapshot<FilterInventory> list)
    {
        var filter = list.List.Find(slot.Filter.FilterId);
        var input = Input(declared, slot, filter, list.ReadAt);
        if (slot.Life is { } life)
        {
            if (created.Plan(input, slot, life, list) is not { } step) return null;
            if (step.Decision is not Decision.Done)
                return new FilterObservation(input.Declared, filter, list.ReadAt, step, slot.Memory, input.Now);
        }

        if (filter is not null && BlindGuard.Asks(input, FilterFacts.Gather(input, filter)))
        {
            if (readings.FindUsage(declared, slot) is not { } usage) return null;
            input = input with { Usage = usage };
        }

        return new FilterObservation(input.Declared, filter, list.ReadAt, FilterPlanner.Decide(input), slot.Memory, input.Now);
    }

    private FilterPlannerInput Input(TrafficMirrorFilter declared, FilterMemories.Slot slot, ObservedFilter? filter, DateTimeOffset readAt)
    {
        var claimants = store.ClaimantsOf(slot.Filter.Identity);
        return new FilterPlannerInput
        {
            Declared = WithAcceptance(declared, slot.Memory),
            Observed = filter,
            ReadAt = readAt,
            Now = time.GetUtcNow(),
            Memory = slot.Memory,
            Holder = options.Holder,
            Owner = OtherOwner(declared, claimants),
            Missing = WhatIsMissing(declared),
            Others = [.. claimants.Where(other => other.Metadata.Uid != declared.Metadata.Uid)],
        };
    }

    private ObjectKey? OtherOwner(TrafficMirrorFilter declared, IReadOnlyCollection<TrafficMirrorFilter> claimants) =>
        FilterOwnership.OtherOwner(declared, claimants, one => WhatIsMissing(one) is null);

    private string? WhatIsMissing(TrafficMirrorFilter one) =>
        options.Tenancy.WhatIsMissingForFilter(one.Metadata.Namespace, one.Spec.RegionId, options.OwnNamespace);

    /// <summary>The object with an acceptance that this process knows of and the status does not, because writing it failed.</summary>
    private static TrafficMirrorFilter WithAcceptance(TrafficMirrorFilter declared, FilterMemory memory)
    {
        if (declared.Status is not { Operation: { AcceptedAt: null } operation } status) return declared;
        if (memory.Accepted is not { } accepted || accepted.ClientToken != operation.ClientToken) return declared;
        return declared with { Status = status with { Operation = operation with { AcceptedAt = accepted.At } } };
    }
}
