using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api;
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
    private readonly ReconcilerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CloudKnowledge _knowledge;
    private readonly SessionMemories _memories;
    private readonly NextLook _nextLook;
    private readonly OperationRunner _runner;

    /// <summary>A reconciler for the objects of one account.</summary>
    /// <param name="store">Where objects and their status live.</param>
    /// <param name="cloud">The account's client.</param>
    /// <param name="reader">Reads sessions through the same client.</param>
    /// <param name="options">Identity and limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Spreads drift checks.</param>
    /// <param name="logger">Receives one line for each write and each transition.</param>
    public SessionReconciler(
        ISessionStore store, RpcClient cloud, SessionReader reader, ReconcilerOptions options, TimeProvider time, Random jitter, ILogger logger)
    {
        (_store, _reader, _options, _time, _logger) = (store, reader, options, time, logger);
        _knowledge = new CloudKnowledge(options.Planner);
        _memories = new SessionMemories(options.Planner);
        _nextLook = new NextLook(jitter, _knowledge);
        _runner = new OperationRunner(store, cloud, _knowledge, options, time, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (_store.Find(key) is not { } declared) return Gone(key);
        var memory = _memories.Recall(declared, _time.GetUtcNow());
        try
        {
            var look = await LookAsync(declared, memory, ct);
            var (outcome, learned) = await ActAsync(look, ct);
            _memories.Remember(declared, Due(learned, outcome));
            return outcome;
        }
        catch (CloudException error)
        {
            _memories.Remember(declared, memory with { FailedReads = memory.FailedReads + 1 });
            if (memory.FailedReads > 0 || IsForUser(error)) await ReportFailureAsync(declared, error, ct);
            return RetryPause.After(error);
        }
    }

    private Outcome Gone(ObjectKey key)
    {
        if (_memories.Forget(key) is { } session && _store.ClaimantsOf(session).Count == 0) _reader.Forget(session);
        return Outcome.Done;
    }

    /// <summary>Reads and plans; a write is only ever planned on a fresh snapshot.</summary>
    private async ValueTask<Look> LookAsync(TrafficMirrorSession declared, SessionMemory memory, CancellationToken ct)
    {
        var snapshot = await _reader.ReadAsync(declared.Session(), MaxAge(declared, memory), ct);
        var look = Plan(declared, memory, snapshot);
        if (look.Plan.Decision is not Decision.Write || look.Now - snapshot.ReadAt <= _options.WriteFreshness) return look;
        return Plan(declared, memory, await _reader.ReadAsync(declared.Session(), _options.WriteFreshness, ct));
    }

    private TimeSpan MaxAge(TrafficMirrorSession declared, SessionMemory memory) =>
        ReadAge.Allowed(declared, memory, _time.GetUtcNow(), _options.WriteFreshness);

    private Look Plan(TrafficMirrorSession declared, SessionMemory memory, SessionSnapshot snapshot)
    {
        var now = _time.GetUtcNow();
        var known = WithAcceptance(declared, memory);
        var plan = SessionPlanner.Decide(new PlannerInput
        {
            Declared = known,
            Observed = snapshot.Session,
            Now = now,
            Memory = memory,
            Holder = _options.Holder,
            AddBatchSize = _knowledge.Of(declared.Spec.RegionId).AddBatchSize,
            Settings = _options.Planner,
            Owner = Ownership.OwnerOtherThan(declared, _store.ClaimantsOf(declared.Session())),
        });
        return new Look(known, snapshot, plan, memory, now);
    }

    /// <summary>The object with an acceptance that this process knows of and the status does not, because writing it failed.</summary>
    private static TrafficMirrorSession WithAcceptance(TrafficMirrorSession declared, SessionMemory memory)
    {
        if (declared.Status is not { Operation: { AcceptedAt: null } operation } status) return declared;
        if (memory.Accepted is not { } accepted || accepted.Sequence != operation.Sequence) return declared;
        return declared with { Status = status with { Operation = operation with { AcceptedAt = accepted.At } } };
    }

    private async ValueTask<(Outcome Outcome, SessionMemory Memory)> ActAsync(Look look, CancellationToken ct)
    {
        if (look.Plan.Drifted) SessionLog.Drift(_logger, look.Declared.Key(), look.Declared.Spec.TrafficMirrorSessionId);
        var learned = look with { Memory = OperationWatch.Learn(look, _knowledge).After(look.Plan, look.Snapshot.Session, look.Now) };
        if (look.Plan.Decision is Decision.Write write) return await _runner.RunAsync(learned, write, ct);
        await ReportAsync(learned, ct);
        return (Outcome.Again(_nextLook.After(learned)), learned.Memory);
    }

    private async ValueTask ReportAsync(Look look, CancellationToken ct)
    {
        var status = SessionStatusBuilder.AfterLook(look.Declared, look.Plan, look.Snapshot.Session, look.Memory, look.Now);
        await WriteIfNewsAsync(look.Declared, status, ct);
    }

    /// <summary>Reports a read that failed. A single failure is not news: the next try is a second away.</summary>
    private async ValueTask ReportFailureAsync(TrafficMirrorSession declared, CloudException error, CancellationToken ct)
    {
        SessionLog.ReadFailed(_logger, declared.Key(), declared.Spec.TrafficMirrorSessionId, error.Message);
        var status = SessionStatusBuilder.AfterFailure(
            declared, CloudReasons.Of(error), $"Cannot read the session: {error.Code}: {error.Detail}", IsForUser(error), error.RequestId,
            _time.GetUtcNow());
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
