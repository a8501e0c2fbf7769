using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Ends the life of deleted objects.</summary>
internal sealed class DeletionFinalizer(
    IObjectStore<TrafficMirrorSession> store, SessionObserver looks, SessionFinalizers finalizers, TransitionRecorder announcer,
    StatusReports reports, TimeProvider time)
{
    /// <summary>Ends the reconcile of a deleted object that goes whatever the cloud shows; null when the cloud has to be read.</summary>
    public async ValueTask<Outcome?> BeforeReadingAsync(
        TrafficMirrorSession declared, SessionMemory memory, CancellationToken cancellationToken)
    {
        if (!declared.IsBeingDeleted()) return null;
        var goingAway = declared.IsDetaching() && await IsKindGoingAwayAsync(declared, cancellationToken);
        return DeletionPlanner.BeforeLooking(looks.Input(declared, memory, null) with { KindIsGoingAway = goingAway }) switch
        {
            Decision.Release release => await LetGoAsync(declared, release),
            Decision.Wait { After: { } pause } => Outcome.RequeueAfter(pause),
            _ => null,
        };
    }

    private async ValueTask<bool> IsKindGoingAwayAsync(TrafficMirrorSession declared, CancellationToken cancellationToken)
    {
        try
        {
            return await store.IsKindGoingAwayAsync(cancellationToken);
        }
        catch (KubeApiException refused) when (refused.IsRefused)
        {
            var message = $"Nothing is detached before it is known whether the resource definition stays: {refused.Message}";
            var status = SessionStatusBuilder.AfterFailure(
                declared, Reasons.DefinitionUnreadable, message, needsUser: true, null, time.GetUtcNow());
            await reports.WriteIfNewsAsync(declared, status, cancellationToken);
            throw;
        }
    }

    /// <summary>Takes the finalizers off, and tells.</summary>
    public async ValueTask<Outcome> LetGoAsync(TrafficMirrorSession declared, Decision.Release release)
    {
        if (await finalizers.ReleaseAsync(declared, release)) announcer.TellRelease(declared, release);
        return Outcome.Done;
    }
}
