using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Sessions.Metrics;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Reconciles one object: observe the session, plan, act, report. It keeps no state that matters; whatever is lost with the process is
/// found again in the cloud and in the object's status (rule 2).
/// </summary>
internal sealed class SessionReconciler : IReconciler
{
    private readonly IObjectStore<TrafficMirrorSession> _store;
    private readonly SessionReader _reader;
    private readonly SessionObserver _observer;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly LearnedLimits _limits;
    private readonly ReconcilerOptions _options;
    private readonly SessionMemories _memories;
    private readonly RequeueSchedule _schedule;
    private readonly OperationRunner _runner;
    private readonly SessionFinalizers _finalizers;
    private readonly DeletedObjects _deleted;
    private readonly StatusWriter<TrafficMirrorSession> _status;
    private readonly TransitionRecorder _transitions;
    private readonly UnobservedReports _unobserved;
    private readonly KeptMemory _memory;
    private readonly RestingObjects _resting;

    /// <summary>A reconciler for the objects of one account.</summary>
    /// <param name="store">Where objects and their status live.</param>
    /// <param name="cloud">The account's client.</param>
    /// <param name="reader">Reads sessions through the same client.</param>
    /// <param name="options">Identity.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Spreads drift checks.</param>
    /// <param name="logger">Receives one line for each write and each transition.</param>
    /// <param name="wake">Has an object reconciled at once: what it waited for has come.</param>
    /// <param name="events">Is told of transitions; null: nobody is.</param>
    /// <param name="metrics">Counts; null: nobody does.</param>
    /// <param name="memories">Keeps what the process knows of each object, for others to read; null: nobody does.</param>
    public SessionReconciler(
        IObjectStore<TrafficMirrorSession> store, RpcClient cloud, SessionReader reader, ReconcilerOptions options, TimeProvider time,
        Random jitter, ILogger logger, Action<ObjectKey> wake, ISessionEvents? events = null, ISessionMetrics? metrics = null,
        SessionMemories? memories = null)
    {
        _memories = memories ?? new SessionMemories();
        (_store, _reader, _options, _time, _logger) = (store, reader, options, time, logger);
        _limits = new LearnedLimits();
        var holders = new PriorityHolders(cloud, store, wake, time);
        var created = new CreatedSessions(cloud, store, holders, wake, options, time);
        var readings = new SessionReadings(reader, wake, time);
        _observer = new SessionObserver(store, readings, holders, created, _memories, _limits, options, time);
        _schedule = new RequeueSchedule(jitter, _limits);
        _resting = new RestingObjects(store, readings, _schedule, time);
        _transitions = new TransitionRecorder(events, metrics, new AuditLog(options.Holder, logger));
        _finalizers = new SessionFinalizers(store, time, logger);
        _status = new StatusWriter<TrafficMirrorSession>(SessionKind.Resource, store, logger);
        _deleted = new DeletedObjects(store, _observer, created, _finalizers, _transitions, _status, options.Policies, time);
        _memory = new KeptMemory(store, events, logger);
        _unobserved = new UnobservedReports(_status, _transitions, time, logger);
        _runner = new OperationRunner(
            _status, _finalizers, cloud, reader, _limits, new WritePlaces(wake), _transitions, time, logger, options.Holder);
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (_store.Find(key) is not { } found) return Gone(key);
        if (_memories.Find(found) is { } known && _resting.Look(found, known) is { } rest) return rest;
        var declared = await _finalizers.KeepAsync(found, cancellationToken);
        var slot = _memories.Of(declared, _time.GetUtcNow());
        // Nothing was attempted in this life of the object before it was held.
        if (slot.Life is { } life && !found.IsHeld() && declared.IsHeld()) life.Memory = life.Memory with { IsFresh = true };
        declared = await _unobserved.BeginAsync(declared, slot, cancellationToken);
        slot.Memory = _observer.Owning(declared, slot);
        if (await _deleted.EndUnobservedAsync(declared, slot, cancellationToken) is { } done) return done;
        if (_observer.Refused(declared, slot) is { } refused) return await RefuseAsync(refused, slot, cancellationToken);
        try
        {
            if (_observer.Observe(declared, slot) is not { } seen) return SessionReadings.Wait;
            var observation = _options.Policies is { } policies ? await policies.AllowAsync(seen, cancellationToken) : seen;
            var outcome = await ActAsync(observation, slot, cancellationToken);
            return outcome is Outcome.Continuing write
                ? Outcome.GoesOn(EndAsync(observation, slot, write.Rest))
                : Ended(observation, slot, outcome);
        }
        catch (CloudException error)
        {
            await _unobserved.ReadFailedAsync(declared, slot, error, cancellationToken);
            return RetryPause.After(error);
        }
    }

    /// <summary>Without an observation, on purpose: the object says why.</summary>
    private async ValueTask<Outcome> RefuseAsync(Observation refused, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        var outcome = await ActAsync(refused, slot, cancellationToken);
        slot.SilentSince = null;
        return outcome;
    }

    private async Task<Outcome> EndAsync(Observation observation, SessionMemories.Slot slot, Task<Outcome> write) =>
        Ended(observation, slot, await write);

    private Outcome Ended(Observation observation, SessionMemories.Slot slot, Outcome outcome)
    {
        slot.Memory = Observed(slot.Memory, outcome);
        slot.ObservedAt = observation.Snapshot.ReadAt;
        // Who waits for a place to write has said nothing yet.
        if (outcome is not Outcome.Waiting) slot.SilentSince = null;
        return outcome;
    }

    private Outcome Gone(ObjectKey key)
    {
        if (_memories.Forget(key) is not { } slot) return Outcome.Done;
        if (!slot.IsReleased)
        {
            _logger.Gone(key, slot.Session.RegionId, slot.Session.SessionId);
            _transitions.RecordGone(slot.Remembered(key));
        }

        if (_store.ClaimantsOf(slot.Session).Count == 0) _reader.Forget(slot.Session);
        return Outcome.Done;
    }

    private async ValueTask<Outcome> ActAsync(Observation observation, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        var (declared, plan) = (observation.Declared, observation.Plan);
        if (plan.Drifted) _logger.Drift(declared.Key(), declared.Spec.RegionId, declared.Session().SessionId);
        slot.Memory = _transitions.Record(observation);
        if (plan.Decision is Decision.Release release) return await _deleted.ReleaseAsync(declared, slot, release);
        var learned = observation with { Memory = Learned(observation with { Memory = slot.Memory }) };
        if (plan.Decision is Decision.Write<OperationState> write) return await _runner.RunAsync(learned, write, slot, cancellationToken);
        slot.Memory = learned.Memory;
        var written = await ReportAsync(learned, cancellationToken);
        var kept = await _memory.KeepAsync(written, isFirstLook: slot.ObservedAt is null, cancellationToken);
        if (plan.Operation is null) await _finalizers.RestAsync(kept ?? written, cancellationToken);
        var pause = _schedule.After(learned);
        if (!RequeueSchedule.IsDriftCheck(learned)) return Outcome.RequeueAfter(pause);
        if (_options.SparesResting && ReferenceEquals(kept, declared)) RestingObjects.Note(observation, learned, slot);
        return Outcome.CheckAfter(pause);
    }

    private SessionMemory Learned(Observation observation) => WriteDurationObserver.Learn(observation, _limits, _options)
        .WithoutAnswer(observation.Declared.Status?.Operation, observation.Plan)
        .After(observation.Plan, observation.Snapshot.Session, observation.Now);

    private ValueTask<TrafficMirrorSession> ReportAsync(Observation observation, CancellationToken cancellationToken)
    {
        // A living object goes on with what it says until a doubtful answer is confirmed.
        if (observation.Plan.Finding is not null && !observation.Declared.IsBeingDeleted())
            return ValueTask.FromResult(observation.Declared);
        return _status.WriteIfNewAsync(observation.Declared, SessionStatusBuilder.Observed(observation), cancellationToken);
    }

    private SessionMemory Observed(SessionMemory memory, Outcome outcome)
    {
        var observed = memory.Report.FailedReads == 0 ? memory : memory with { Report = memory.Report with { FailedReads = 0 } };
        if (outcome is Outcome.Waiting) return observed;
        var pause = outcome is Outcome.Requeue again ? again.After : TimeSpan.Zero;
        return observed with { Times = memory.Times with { DueAt = _time.GetUtcNow() + pause } };
    }
}
