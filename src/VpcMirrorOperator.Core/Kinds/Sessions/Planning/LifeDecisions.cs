using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a step in the life of a created session means for its object: a decision with its words. Pure.</summary>
internal static class LifeDecisions
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

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
        LifecycleStep.TakeBack found => new Decision.Wait(
            Reasons.SessionTakenBack, $"Session {found.Id} carries the mark of this object: it is taken back, and nothing is created.",
            ShortestWait),
        LifecycleStep.Several several => new Decision.Stall(
            Reasons.SeveralSessions,
            $"Several sessions carry the mark of this object: {string.Join(", ", several.Ids)}. Nothing is created or written. Take the "
            + $"tag {IdentityTags.CreatedBy} off the wrong ones.",
            SessionLimits.StalledPoll),
        LifecycleStep.VanishedInArrears gone => new Decision.Stall(
            Reasons.VanishedInArrears,
            $"Session {gone.Id} vanished while the account was locked for overdue payment. To have it made again, set the annotation "
            + $"{Annotations.Recreate}: \"{gone.Id}\".",
            null),
        LifecycleStep.Absent => Absent(input),
        LifecycleStep.Look look => Wait(input, Reasons.LookingForSession, look.At, "Looking for a session that this object has created."),
        LifecycleStep.ReadIdAgain again => Wait(
            input, Reasons.ConfirmingObservation, again.At, "What the list says of the session is asked for once more before it counts."),
        LifecycleStep.Wait wait => Wait(
            input, Reasons.WaitingForCloud, wait.At, "A change may still be on its way, or is being carried out."),
        LifecycleStep.Release release => new Decision.Release(
            release.Why == ReleaseReason.Deleted ? Reasons.SessionDeleted : Reasons.Released, Told(release)),
        LifecycleStep.InUse used => new Decision.Stall(Reasons.SessionBusy, used.Why, SessionLimits.StalledPoll),
        _ => new Decision.Wait(Reasons.WaitingForCloud, "The session is looked at again by itself.", ShortestWait),
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

    private static Decision.Wait Wait(PlannerInput input, string reason, DateTimeOffset at, string what)
    {
        var left = at - input.Now;
        return new(
            reason, $"{what} Nothing to do: it goes on by itself within two minutes.", left > ShortestWait ? left : ShortestWait);
    }

    private static string Told(LifecycleStep.Release release)
    {
        var ids = string.Join(", ", release.Ids);
        return release.Why switch
        {
            ReleaseReason.Deleted => $"Session {ids} is deleted.",
            ReleaseReason.NothingThere => "The cloud lists no session of this object: nothing is left to delete.",
            ReleaseReason.OfAnother => $"Session {ids} carries another object's mark: it stays.",
            ReleaseReason.Unmarked => $"Session {ids} does not carry the tag {IdentityTags.CreatedBy}: somebody took it off, and it stays.",
            ReleaseReason.NamedByAnother => $"Session {ids} is named by {release.KeptBy}: it stays.",
            ReleaseReason.Several => $"Several sessions carry the mark of this object, and all stay: {ids}.",
            _ => "The session stays as it is and is not managed any more.",
        };
    }
}
