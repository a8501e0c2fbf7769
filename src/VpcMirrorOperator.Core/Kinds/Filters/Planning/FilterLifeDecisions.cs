using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>What a step in the life of a created filter means for its object: a decision with its words. Pure.</summary>
internal static class FilterLifeDecisions
{
    private static readonly LifeVocabulary Words = new(
        "filter", Reasons.LookingForFilter, Reasons.FilterTakenBack, Reasons.SeveralFilters, Reasons.FilterDeleted, Reasons.FilterInUse);

    /// <summary>The decision.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="identity">Who the object is to the cloud.</param>
    /// <param name="step">The step; <see cref="LifecycleStep.Exists"/> is the planner's own.</param>
    public static Decision Of(FilterPlannerInput input, ObjectIdentity identity, LifecycleStep step) => step switch
    {
        LifecycleStep.Create => Write(
            Reasons.CreatingFilter, "The filter is being created.", CreateFilterCall.New(input, identity),
            input.Declared.Spec.ValidateWithDryRun ?? false),
        LifecycleStep.Repeat => Write(
            FilterSteps.ReasonOf(input.Declared.Status!.Operation!.Verb),
            "The outcome of the last call is unknown: it is made once more, with its token.",
            input.Declared.Status.Operation.Again(input.Now, input.Holder)),
        LifecycleStep.SetOwner owner => Write(
            Reasons.FilterTakenBack, "The filter was another life's of this object: its tag is put right.",
            FilterOperation.New(
                input, OperationVerb.Tag, owner.Thing.Id, [],
                OperationState.Recorded([new("Tag.1.Key", IdentityTags.Owner), new("Tag.1.Value", identity.Uid)]))),
        LifecycleStep.Delete delete => Write(
            Reasons.DeletingFilter, $"The object is deleted, and with it filter {delete.Thing.Id}, which it created.",
            FilterOperation.New(input, OperationVerb.Delete, delete.Thing.Id, [], null)),
        LifecycleStep.Absent when input.Declared.Spec.IsSuspended() => new Decision.Hold(Reasons.Suspended, FilterSteps.SuspendedMessage),
        LifecycleStep.Absent => new Decision.Hold(
            Reasons.ObserveOnly, "There is no filter, and managementPolicy is Observe: none is created."),
        _ => LifeAnnouncements.Of(step, Words, input.Now),
    };

    private static Decision.Write<OperationState> Write(string reason, string message, OperationState operation, bool dryRun = false) =>
        new(reason, message, operation, dryRun);
}
