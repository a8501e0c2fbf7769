using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Planning;
using VpcMirrorOperator.Reading;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Sessions;

/// <summary>
/// One pass over one object: read the session, plan, act, report. It keeps no state that matters; whatever is lost with the
/// process is found again in the cloud and in the object's status.
/// </summary>
public sealed class SessionReconciler : IReconciler
{
    private readonly ISessionStore _store;
    private readonly SessionReader _reader;
    private readonly SessionLooks _looks;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CloudKnowledge _knowledge;
    private readonly SessionMemories _memories;
    private readonly NextLook _nextLook;
    private readonly OperationRunner _runner;
    private readonly DetachFinalizer _finalizer;
    private readonly SessionAnnouncer _announcer;

    /// <summary>A reconciler for the objects of one account.</summary>
    /// <param name="store">Where objects and their status live.</param>
    /// <param name="cloud">The account's client.</param>
    /// <param name="reader">Reads sessions through the same client.</param>
    /// <param name="options">Identity and limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Spreads drift checks.</param>
    /// <param name="logger">Receives one line for each write and each transition.</param>
    /// <param name="events">Is told of transitions; null: nobody is.</param>
    /// <param name="metrics">Counts; null: nobody does.</param>
    public SessionReconciler(
        ISessionStore store, RpcClient cloud, SessionReader reader, ReconcilerOptions options, TimeProvider time, Random jitter, ILogger logger,
        ISessionEvents? events = null, ISessionMetrics? metrics = null)
    {
        (_store, _reader, _time, _logger) = (store, reader, time, logger);
        _knowledge = new CloudKnowledge(options.Planner);
        _memories = new SessionMemories(options.Planner);
        _looks = new SessionLooks(store, reader, _knowledge, options, time);
        _nextLook = new NextLook(jitter, _knowledge);
        _announcer = new SessionAnnouncer(events ?? SilentObserver.Instance, metrics ?? SilentObserver.Instance);
        _finalizer = new DetachFinalizer(store, time, logger);
        _runner = new OperationRunner(store, cloud, _knowledge, _announcer, options, time, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (_store.Find(key) is not { } found) return Gone(key);
        var declared = await _finalizer.KeepAsync(found, cancellationToken);
        var memory = _memories.Recall(declared, _time.GetUtcNow());
        if (await BeforeLookingAsync(declared, memory, cancellationToken) is { } done) return done;
        try
        {
            var look = await _looks.TakeAsync(declared, memory, cancellationToken);
            var (outcome, learned) = await ActAsync(look, cancellationToken);
            _memories.Remember(declared, Due(learned, outcome));
            return outcome;
        }
        catch (CloudException error)
        {
            var failed = memory with { FailedReads = memory.FailedReads + 1 };
            _memories.Remember(declared, failed);
            if (memory.FailedReads > 0 || IsForUser(error)) await ReportFailureAsync(declared, failed, error, cancellationToken);
            return RetryPause.After(error);
        }
    }

    private Outcome Gone(ObjectKey key)
    {
        if (_memories.Forget(key) is { } session && _store.ClaimantsOf(session).Count == 0) _reader.Forget(session);
        return Outcome.Done;
    }

    /// <summary>Ends the pass over a deleted object that goes whatever the cloud shows; null when the cloud has to be looked at.</summary>
    private async ValueTask<Outcome?> BeforeLookingAsync(TrafficMirrorSession declared, SessionMemory memory, CancellationToken ct)
    {
        if (!declared.IsBeingDeleted()) return null;
        var goingAway = declared.IsDetaching() && await IsKindGoingAwayAsync(declared, ct);
        return ReleasePlanner.BeforeLooking(_looks.Input(declared, memory, null) with { KindIsGoingAway = goingAway }) switch
        {
            Decision.Release release => await LetGoAsync(declared, release),
            Decision.Wait { After: { } pause } => Outcome.RequeueAfter(pause),
            _ => null,
        };
    }

    private async ValueTask<bool> IsKindGoingAwayAsync(TrafficMirrorSession declared, CancellationToken ct)
    {
        try
        {
            return await _store.IsKindGoingAwayAsync(ct);
        }
        catch (KubeApiException refused) when (refused.IsRefused)
        {
            var message = $"Nothing is detached before it is known whether the resource definition stays: {refused.Message}";
            var status = SessionStatusBuilder.AfterFailure(declared, Reasons.DefinitionUnreadable, message, needsUser: true, null, _time.GetUtcNow());
            await WriteIfNewsAsync(declared, status, ct);
            throw;
        }
    }

    private async ValueTask<Outcome> LetGoAsync(TrafficMirrorSession declared, Decision.Release release)
    {
        if (await _finalizer.ReleaseAsync(declared, release)) _announcer.TellRelease(declared, release);
        return Outcome.Done;
    }

    private async ValueTask<(Outcome Outcome, SessionMemory Memory)> ActAsync(Look look, CancellationToken ct)
    {
        if (look.Plan.Drifted) SessionLog.Drift(_logger, look.Declared.Key(), look.Declared.Spec.TrafficMirrorSessionId);
        var told = _announcer.Tell(look);
        // Kept even if this pass fails, so that nothing is told twice.
        _memories.Remember(look.Declared, look.Memory with { Announced = told.Announced });
        if (look.Plan.Decision is Decision.Release release) return (await LetGoAsync(look.Declared, release), told);
        var learned = Learned(look with { Memory = told });
        if (look.Plan.Decision is Decision.Write write) return await _runner.RunAsync(learned, write, ct);
        await ReportAsync(learned, ct);
        return (Outcome.RequeueAfter(_nextLook.After(learned)), learned.Memory);
    }

    private Look Learned(Look look) => look with
    {
        Memory = OperationWatch.Learn(look, _knowledge).After(look.Plan, look.Snapshot.Session, look.Now),
    };

    private async ValueTask ReportAsync(Look look, CancellationToken ct)
    {
        var status = SessionStatusBuilder.AfterLook(look.Declared, look.Plan, look.Snapshot.Session, look.Memory, look.Now);
        await WriteIfNewsAsync(look.Declared, status, ct);
    }

    /// <summary>Reports a read that failed. A single failure is not news: the next try is a second away.</summary>
    private async ValueTask ReportFailureAsync(TrafficMirrorSession declared, SessionMemory memory, CloudException error, CancellationToken ct)
    {
        SessionLog.ReadFailed(_logger, declared.Key(), declared.Spec.TrafficMirrorSessionId, error.Message);
        var (reason, message) = (CloudReasons.Of(error), FailureText.Of("Cannot read the session", error, declared));
        if (IsForUser(error)) _memories.Remember(declared, _announcer.TellFailure(declared, memory, reason, message));
        var status = SessionStatusBuilder.AfterFailure(declared, reason, message, IsForUser(error), error.RequestId, _time.GetUtcNow());
        await WriteIfNewsAsync(declared, status, ct);
    }

    private async ValueTask WriteIfNewsAsync(TrafficMirrorSession declared, TrafficMirrorSessionStatus status, CancellationToken ct)
    {
        if (!SessionStatusBuilder.IsNews(declared.Status, status)) return;
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready)!;
        if (ready.Reason != Conditions.Find(declared.Status?.Conditions ?? [], ConditionTypes.Ready)?.Reason)
            SessionLog.Transition(_logger, declared.Key(), ready.Reason, ready.Message);
        await _store.WriteStatusAsync(declared, status, ct);
    }

    private SessionMemory Due(SessionMemory memory, Outcome outcome)
    {
        var pause = outcome is Outcome.Requeue again ? again.After : TimeSpan.Zero;
        return memory with { FailedReads = 0, LookDueAt = _time.GetUtcNow() + pause };
    }

    private static bool IsForUser(CloudException error) => error.Class is CloudErrorClass.UserAction or CloudErrorClass.BadRequest;
}
