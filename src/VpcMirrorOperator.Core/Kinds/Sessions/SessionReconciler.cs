using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// One pass over one object: read the session, plan, act, report. It keeps no state that matters; whatever is lost with the
/// process is found again in the cloud and in the object's status.
/// </summary>
public sealed class SessionReconciler : IReconciler
{
    private readonly IObjectStore<TrafficMirrorSession> _store;
    private readonly SessionReader _reader;
    private readonly SessionObserver _looks;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly LearnedLimits _knowledge;
    private readonly PlannerSettings _settings;
    private readonly SessionMemories _memories;
    private readonly RequeueSchedule _nextLook;
    private readonly OperationRunner _runner;
    private readonly SessionFinalizers _finalizers;
    private readonly DeletionFinalizer _deletions;
    private readonly StatusReports _reports;
    private readonly TransitionRecorder _announcer;

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
        IObjectStore<TrafficMirrorSession> store, RpcClient cloud, SessionReader reader, ReconcilerOptions options, TimeProvider time, Random jitter, ILogger logger,
        ISessionEvents? events = null, ISessionMetrics? metrics = null)
    {
        (_store, _reader, _time, _logger) = (store, reader, time, logger);
        _settings = options.Planner;
        _knowledge = new LearnedLimits(options.Planner.AddBatchSize);
        _memories = new SessionMemories(options.Planner);
        _looks = new SessionObserver(store, reader, _knowledge, options, time);
        _nextLook = new RequeueSchedule(jitter, _knowledge);
        _announcer = new TransitionRecorder(events ?? SilentObserver.Instance, metrics ?? SilentObserver.Instance);
        _finalizers = new SessionFinalizers(store, time, logger);
        _reports = new StatusReports(store, logger);
        _deletions = new DeletionFinalizer(store, _looks, _finalizers, _announcer, _reports, time);
        _runner = new OperationRunner(store, _finalizers, cloud, _knowledge, _announcer, options, time, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (_store.Find(key) is not { } found) return Gone(key);
        var declared = await _finalizers.KeepAsync(found, cancellationToken);
        var memory = _looks.Owning(declared, _memories.Recall(declared, _time.GetUtcNow()));
        if (await _deletions.BeforeReadingAsync(declared, memory, cancellationToken) is { } done) return done;
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

    private async ValueTask<(Outcome Outcome, SessionMemory Memory)> ActAsync(Observation look, CancellationToken cancellationToken)
    {
        if (look.Plan.Drifted) SessionLog.Drift(_logger, look.Declared.Key(), look.Declared.Spec.TrafficMirrorSessionId);
        var told = _announcer.Tell(look);
        // Kept even if this pass fails, so that nothing is told twice.
        _memories.Remember(look.Declared, look.Memory with { Announced = told.Announced });
        if (look.Plan.Decision is Decision.Release release) return (await _deletions.LetGoAsync(look.Declared, release), told);
        var learned = Learned(look with { Memory = told });
        if (look.Plan.Decision is Decision.Write write) return await _runner.RunAsync(learned, write, cancellationToken);
        var reported = await ReportAsync(learned, cancellationToken);
        if (look.Plan.Operation is null) await _finalizers.RestAsync(reported, cancellationToken);
        return (Outcome.RequeueAfter(_nextLook.After(learned)), learned.Memory);
    }

    private Observation Learned(Observation look) => look with
    {
        Memory = WriteDurationObserver.Learn(look, _knowledge)
            .WithoutAnswer(look.Declared.Status?.Operation, look.Plan, _settings)
            .After(look.Plan, look.Snapshot.Session, look.Now),
    };

    private ValueTask<TrafficMirrorSession> ReportAsync(Observation look, CancellationToken cancellationToken)
    {
        // A living object goes on with what it says until a doubtful answer is confirmed.
        if (look.Plan.Finding is not null && !look.Declared.IsBeingDeleted()) return ValueTask.FromResult(look.Declared);
        var status = SessionStatusBuilder.AfterLook(look.Declared, look.Plan, look.Snapshot.Session, look.Memory, look.Now);
        return _reports.WriteIfNewsAsync(look.Declared, status, cancellationToken);
    }

    /// <summary>Reports a read that failed. A single failure is not news: the next try is a second away.</summary>
    private async ValueTask ReportFailureAsync(TrafficMirrorSession declared, SessionMemory memory, CloudException error, CancellationToken cancellationToken)
    {
        SessionLog.ReadFailed(_logger, declared.Key(), declared.Spec.TrafficMirrorSessionId, error.Message);
        var (reason, message) = (CloudErrorTable.Of(error).Reason, FailureText.Of("Cannot read the session", error, declared));
        if (IsForUser(error)) _memories.Remember(declared, _announcer.TellFailure(declared, memory, reason, message));
        var status = SessionStatusBuilder.AfterFailure(declared, reason, message, IsForUser(error), error.RequestId, _time.GetUtcNow());
        await _reports.WriteIfNewsAsync(declared, status, cancellationToken);
    }

    private SessionMemory Due(SessionMemory memory, Outcome outcome)
    {
        var pause = outcome is Outcome.Requeue again ? again.After : TimeSpan.Zero;
        return memory with { FailedReads = 0, LookDueAt = _time.GetUtcNow() + pause };
    }

    private static bool IsForUser(CloudException error) => CloudErrorTable.Of(error).NeedsUser;
}
