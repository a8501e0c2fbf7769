using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Observes the life of filters that objects create (rules S3, S4, S12 and S15). One list, of the whole region, answers both what is asked
/// by id and what is asked by mark.
/// </summary>
internal sealed class CreatedFilters(
    IObjectStore<TrafficMirrorFilter> store, FilterReadings readings, FilterReconcilerOptions options, TimeProvider time)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    /// <summary>Whether the deletion of the object deletes its filter, as far as its own fields go (rule S12).</summary>
    public static bool WantsDelete(TrafficMirrorFilter declared) => declared.Metadata.DeletionTimestamp is not null && declared.Creates()
        && declared.Spec is { DeletionPolicy: FilterDeletionPolicy.Delete } spec && spec.Policy() == ManagementPolicy.Sync
        && !spec.IsSuspended();

    /// <summary>Who an object is to the cloud (rule S1).</summary>
    public static ObjectIdentity IdentityOf(TrafficMirrorFilter declared, string installation) =>
        new(installation, "tmf", declared.Metadata.Namespace, declared.Metadata.Name, declared.Metadata.Uid);

    /// <summary>That nothing can be created, and the remedy.</summary>
    public static Decision.Stall Unable(Installation installation) =>
        new(Reasons.NotAllowed, $"No filter is created or looked for. {installation.Trouble}", AskAgain);

    /// <summary>What becomes of a deleted object whose filter stays: it goes, or waits for a call that may be on its way.</summary>
    public FilterPlan Release(FilterPlannerInput input, FilterMemories.Slot slot, FilterLife life)
    {
        var identity = IdentityOf(input.Declared, options.Installation.Id ?? "");
        var released = LifeOf(input, identity, slot, life, null) with { Deletion = DeletionIntent.Release };
        return PlanOf(input, identity, LifecyclePlanner.Decide(released));
    }

    /// <summary>Plans the next step in the life of a filter.</summary>
    /// <returns>
    /// Null when something has to be read first. A plan without a life when the filter is there: then its rules are the matter.
    /// </returns>
    /// <exception cref="CloudException">What the list says cannot be used.</exception>
    public FilterPlan? Plan(
        FilterPlannerInput input, FilterMemories.Slot slot, FilterLife life, ListSnapshot<FilterInventory> list)
    {
        if (options.Installation.Id is not { } installation) return new FilterPlan(Unable(options.Installation), null);
        var identity = IdentityOf(input.Declared, installation);
        var known = LifeOf(input, identity, slot, life, list);
        if (known.Deletion is not null && known.Record.Id is { } id && known.ById?.Find(id) is not null)
        {
            if (readings.FindUsage(input.Declared, slot) is not { } usage) return null;
            known = known with { InUse = FilterUse.WhyKept(usage, options.ManagerOf, slot.Filter) };
        }

        var plan = LifecyclePlanner.Decide(known);
        life.Memory = plan.Memory;
        if (plan.Step is LifecycleStep.Look look && look.At <= input.Now && list.ReadAt <= look.At)
        {
            if (known.ByMark is null) FilterMarks.ThrowUnreadable(list.List);
            return readings.Find(input.Declared, slot, null, input.Now - look.At) is { } newer && newer.ReadAt > look.At
                ? Plan(input, slot, life, newer)
                : null;
        }

        return plan.Step is LifecycleStep.Exists && plan.Record.Id == input.Declared.FilterId()
            ? new FilterPlan(new Decision.Done(""), null)
            : PlanOf(input, identity, plan);
    }

    private static FilterPlan PlanOf(FilterPlannerInput input, ObjectIdentity identity, LifecyclePlan plan)
    {
        var decision = FilterLifeDecisions.Of(input, identity, plan.Step);
        return new FilterPlan(decision, null)
        {
            Life = plan,
            Operation = decision is Decision.Write<OperationState> write ? write.Operation : plan.Record.Operation as OperationState,
        };
    }

    private LifecycleInput LifeOf(
        FilterPlannerInput input, ObjectIdentity identity, FilterMemories.Slot slot, FilterLife life, ListSnapshot<FilterInventory>? list)
    {
        var (declared, status) = (input.Declared, input.Declared.Status);
        var answered = life.Created is { } created && status?.Operation?.ClientToken == created.ClientToken ? created.Id : null;
        var operation = answered is null ? status?.Operation : null;
        var attempt = operation is null ? null : OperationAttempt.Of(operation);
        var mayWrite = input.Missing is null && !declared.Spec.IsSuspended() && declared.Spec.Policy() != ManagementPolicy.Observe;
        return new LifecycleInput
        {
            Identity = identity,
            Record = new LifecycleRecord
            {
                Id = answered ?? declared.FilterId(), Operation = operation, LastCreateAt = status?.LastCreateTime,
            },
            Memory = life.Memory,
            ById = list is null ? null : FilterMarks.ById(list, answered ?? declared.FilterId()),
            ByMark = list is null ? null : FilterMarks.All(list),
            Holder = input.Holder,
            Now = time.GetUtcNow(),
            IsHeld = FilterFinalizers.AreOn(declared),
            IsAnswered = attempt is not null && slot.Memory.Answered == attempt,
            IsRefused = attempt is not null && slot.Memory.Answered == attempt && slot.Memory.Rejected == attempt,
            IsOfFormerLife = operation is not null && !ClientTokens.IsOf(identity.Uid, operation),
            IsStillWanted = mayWrite && (operation is not { Verb: OperationVerb.Create } create
                || CreateFilterCall.IsWanted(declared.Spec, identity, create)),
            MayCreate = mayWrite,
            MayRecreate = declared.Metadata.Annotations.GetValueOrDefault(Annotations.Recreate),
            Deletion = WantsDelete(declared) ? DeletionIntent.Delete : null,
            NamedBy = ClaimRules.NamedBy(store.ClaimantsOf(slot.Filter.Identity).Select(FilterOwnership.ClaimOf), declared.Key()),
        };
    }
}
