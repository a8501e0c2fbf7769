using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Ends the life of deleted objects.</summary>
internal sealed class DeletedObjects(
    IObjectStore<TrafficMirrorSession> store, SessionObserver observer, CreatedSessions created, SessionFinalizers finalizers,
    TransitionRecorder transitions, StatusWriter<TrafficMirrorSession> status, OwningPolicies? policies, TimeProvider time)
{
    /// <summary>
    /// Ends the reconcile of a deleted object that goes whatever the cloud shows; null when the session is to be observed.
    /// </summary>
    public async ValueTask<Outcome?> EndUnobservedAsync(
        TrafficMirrorSession declared, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        if (!declared.IsBeingDeleted()) return null;
        if (slot.Life is { } life && CreatedSessions.IsCreated(declared))
            return await EndCreatedAsync(declared, slot, life, cancellationToken);
        var input = observer.Input(declared, slot, null);
        var goingAway = input.IsDetaching && await IsKindGoingAwayAsync(declared, cancellationToken);
        var plan = SessionPlanner.DecideUnobserved(observer.Input(declared, slot, null) with { KindIsGoingAway = goingAway });
        return plan?.Decision switch
        {
            Decision.Release release => await ReleaseAsync(declared, slot, release),
            Decision.Wait { After: { } pause } wait => await SayAsync(declared, wait, pause, cancellationToken),
            _ => null,
        };
    }

    /// <summary>A created session stays unless its deletion is asked for, and allowed, and no uninstall (rules S12 and S17).</summary>
    private async ValueTask<Outcome?> EndCreatedAsync(
        TrafficMirrorSession declared, SessionMemories.Slot slot, CreatedLife life, CancellationToken cancellationToken)
    {
        var input = observer.Input(declared, slot, null);
        if (await WantsDeleteAsync(input, cancellationToken) && !await IsKindGoingAwayAsync(declared, cancellationToken)) return null;
        return created.Release(input, slot, life) switch
        {
            Decision.Release release => await ReleaseAsync(declared, slot, release),
            Decision.Wait { After: { } pause } wait => await SayAsync(declared, wait, pause, cancellationToken),
            _ => Outcome.RequeueAfter(SessionLimits.BusyPoll),
        };
    }

    /// <summary>Of a policy's session, the policy decides (rule P18).</summary>
    private async ValueTask<bool> WantsDeleteAsync(PlannerInput input, CancellationToken cancellationToken) =>
        policies is null || input.Declared.PolicyOwner() is null
            ? CreatedSessions.WantsDelete(input)
            : input.Refusal is null && await policies.DeletesAsync(input.Declared, cancellationToken);

    /// <summary>Whoever deleted the object is told what it waits for.</summary>
    private async ValueTask<Outcome> SayAsync(
        TrafficMirrorSession declared, Decision.Wait wait, TimeSpan pause, CancellationToken cancellationToken)
    {
        var waiting = new FailedCall(
            wait.Reason, $"The object is deleted, and its name is kept until lists would show what it made. {wait.Message}",
            NeedsUser: false, RequestId: null);
        var said = SessionStatusBuilder.Failed(declared, waiting, seenAt: null, time.GetUtcNow());
        await status.TryWriteIfNewAsync(declared, said, cancellationToken);
        return Outcome.RequeueAfter(pause);
    }

    /// <summary>Takes the finalizers off, and tells.</summary>
    public async ValueTask<Outcome> ReleaseAsync(
        TrafficMirrorSession declared, SessionMemories.Slot slot, Decision.Release release)
    {
        if (await finalizers.ReleaseAsync(declared, release)) transitions.RecordRelease(declared, release);
        slot.IsReleased = true;
        return Outcome.Done;
    }

    private async ValueTask<bool> IsKindGoingAwayAsync(TrafficMirrorSession declared, CancellationToken cancellationToken)
    {
        try
        {
            return await store.IsKindGoingAwayAsync(cancellationToken);
        }
        catch (KubeApiException refused) when (refused.IsRefused)
        {
            var message = $"Nothing is detached before it is known whether the resource definition stays: {refused.Message.TrimEnd('.')}. "
                + $"Give the operator the right to get its CustomResourceDefinition (config/rbac). {Deletion.WayOut}";
            var failure = new FailedCall(Reasons.DefinitionUnreadable, message, NeedsUser: true, RequestId: null);
            var failed = SessionStatusBuilder.Failed(declared, failure, seenAt: null, time.GetUtcNow());
            await status.WriteIfNewAsync(declared, failed, cancellationToken);
            throw;
        }
    }
}
