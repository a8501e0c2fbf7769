using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a step in the life of a created session means for its object: a decision with its words. Pure.</summary>
internal static class LifeDecisions
{
    private static readonly LifeVocabulary Words = new(
        "session", Reasons.LookingForSession, Reasons.SessionTakenBack, Reasons.SeveralSessions, Reasons.SessionDeleted,
        Reasons.SessionBusy);

    /// <summary>The decision.</summary>
    /// <param name="input">What is known; <see cref="LifecycleStep.Exists"/> is the planner's own.</param>
    /// <param name="identity">Who the object is to the cloud.</param>
    /// <param name="step">The step.</param>
    public static Decision Of(PlannerInput input, ObjectIdentity identity, LifecycleStep step) => step switch
    {
        LifecycleStep.Create => CreatePlanner.Decide(input, identity),
        LifecycleStep.Repeat => Repeat(input),
        LifecycleStep.SetOwner owner => SetOwner(input, identity, owner.Thing.Id),
        LifecycleStep.Delete delete => Delete(input, delete.Thing.Id),
        LifecycleStep.Absent => Absent(input),
        _ => LifeAnnouncements.Of(step, Words, input.Now),
    };

    private static Decision.Hold Absent(PlannerInput input) => input.Declared.Spec.IsSuspended()
        ? new Decision.Hold(Reasons.Suspended, Suspension.Message)
        : new Decision.Hold(Reasons.ObserveOnly, "There is no session, and managementPolicy is Observe: none is created.");

    private static Decision.Write<OperationState> Repeat(PlannerInput input)
    {
        var operation = input.Declared.Status!.Operation!;
        return new(
            SessionCalls.ReasonOf(operation.Verb), "The outcome of the last call is unknown: it is made once more, with its token.",
            operation.Again(input.Now, input.Holder), DryRunFirst: false);
    }

    private static Decision.Write<OperationState> SetOwner(PlannerInput input, ObjectIdentity identity, string id) => Write(
        input, Reasons.SessionTakenBack, "The session was another life's of this object: its tag is put right.",
        BatchPlanner.New(input, OperationVerb.Tag) with
        {
            Target = id,
            Parameters = OperationState.Recorded([new("Tag.1.Key", IdentityTags.Owner), new("Tag.1.Value", identity.Uid)]),
        });

    private static Decision.Write<OperationState> Delete(PlannerInput input, string id) => Write(
        input, Reasons.DeletingSession, $"The object is deleted, and with it session {id}, which it created.",
        BatchPlanner.New(input, OperationVerb.Delete) with { Target = id });

    private static Decision.Write<OperationState> Write(PlannerInput input, string reason, string message, OperationState operation) =>
        new(
            reason, message, operation with { ClientToken = ClientTokens.For(input.Declared.Metadata.Uid, operation) },
            DryRunFirst: false);
}
