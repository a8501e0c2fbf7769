using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Decides which deleted objects go without an observation of the cloud: those that have nothing to detach, or must not. So lost
/// credentials or an unreachable cloud never keep them.
/// </summary>
internal static class DeletionPlanner
{
    /// <summary>Release, or a wait for a call that may still be on its way; null when the session has to be observed.</summary>
    public static Decision? Decide(PlannerInput input)
    {
        if (!input.Declared.IsBeingDeleted() || WhyNotDetached(input) is not { } why) return null;
        return input.Declared.IsHeld() && SessionOperation.MayBeOnItsWay(input)
            ? SessionOperation.WaitUntilLanded(
                input, "The outcome of the last change is unknown; its call may still be on its way. " + SessionOperation.EndsByItself)
            : new Decision.Release(Reasons.Released, why);
    }

    private static string? WhyNotDetached(PlannerInput input) => input switch
    {
        { Declared: var declared } when !declared.WantsDetach() => "deletionPolicy is Retain: its sources stay in the session.",
        { Declared: var declared } when !declared.HasDetachFinalizer() => "The object does not ask to be detached.",
        { KindIsGoingAway: true } => "The resource definition is being deleted: its sources stay in the session.",
        { Refusal.Reason: Reasons.NotAllowed } => "Its namespace may not have the session: nothing is detached.",
        { Refusal: not null } => "The session is another namespace's: nothing is detached.",
        { Owner: { } owner } => $"The older object {owner} manages the session: nothing is detached.",
        { Declared: var declared } when declared.Spec.Policy() != ManagementPolicy.Sync =>
            $"managementPolicy is {declared.Spec.Policy()}, which removes nothing: its sources stay in the session.",
        _ => null,
    };
}
