using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Filters.Metrics;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>
/// Reconciles one filter: observe, plan, act, report. It keeps no state that matters; whatever is lost with the process is found again in
/// the
/// cloud and in the object's status (rule 2).
/// </summary>
internal sealed class FilterReconciler : IReconciler
{
    /// <summary>Whoever waits is told when it is over; this is for a message that got lost.</summary>
    private static readonly Outcome Wait = Outcome.WaitFor(TimeSpan.FromMinutes(1));

    private readonly IObjectStore<TrafficMirrorFilter> _store;
    private readonly CloudAccount _account;
    private readonly FilterObserver _observer;
    private readonly FilterMemories _memories;
    private readonly LearnedLimits _limits = new();
    private readonly FilterSchedule _schedule;
    private readonly FilterTransitions _transitions;
    private readonly StatusWriter<TrafficMirrorFilter> _status;
    private readonly FilterOperationRunner _runner;
    private readonly FilterSilence _silence;
    private readonly FilterFinalizers _finalizers;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>A reconciler for the objects of one account.</summary>
    /// <param name="store">Where objects and their status live.</param>
    /// <param name="account">The account of the filters.</param>
    /// <param name="options">Identity, and what namespaces may have.</param>
    /// <param name="time">The clock.</param>
    /// <param name="jitter">Spreads drift checks.</param>
    /// <param name="logger">Receives one line for each write and each transition.</param>
    /// <param name="wake">Has an object reconciled at once: what it waited for has come.</param>
    /// <param name="events">Is told of transitions; null: nobody is.</param>
    /// <param name="metrics">Counts; null: nobody does.</param>
    /// <param name="memories">Keeps what the process knows of each object, for others to read; null: nobody does.</param>
    public FilterReconciler(
        IObjectStore<TrafficMirrorFilter> store, CloudAccount account, FilterReconcilerOptions options, TimeProvider time, Random jitter,
        ILogger logger, Action<ObjectKey> wake, FilterEvent? events = null, FilterCounters? metrics = null, FilterMemories? memories = null)
    {
        (_store, _account, _time, _logger) = (store, account, time, logger);
        _memories = memories ?? new FilterMemories();
        _finalizers = new FilterFinalizers(store);
        var readings = new FilterReadings(account, wake, time);
        _observer = new FilterObserver(store, readings, new CreatedFilters(store, readings, options, time), options, time);
        _schedule = new FilterSchedule(jitter, _limits);
        _transitions = new FilterTransitions(events, metrics);
        _status = new StatusWriter<TrafficMirrorFilter>(FilterKind.Resource, store, logger);
        _silence = new FilterSilence(_status, _transitions, time, logger);
        _runner = new FilterOperationRunner(
            _finalizers, _status, account.Client, _limits, new WritePlaces(wake), _transitions, time, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (_store.Find(key) is not { } found) return Gone(key);
        var slot = _memories.Of(found, _time.GetUtcNow());
        var kept = await _finalizers.KeepAsync(found, cancellationToken);
        // Nothing was attempted in this life of the object before it was held.
        if (slot.Life is { } life && !FilterFinalizers.AreOn(found)) life.Memory = life.Memory with { IsFresh = true };
        var declared = await _silence.BeginAsync(kept, slot, cancellationToken);
        slot.Memory = _observer.Owning(declared, slot);
        var goingAway = CreatedFilters.WantsDelete(declared) && await IsKindGoingAwayAsync(declared, cancellationToken);
        if (_observer.Unobserved(declared, slot, goingAway) is { } unobserved) return await ActAsync(unobserved, slot, cancellationToken);
        try
        {
            if (_observer.Observe(declared, slot) is not { } observation) return Wait;
            var outcome = await ActAsync(observation, slot, cancellationToken);
            return outcome is Outcome.Continuing write
                ? Outcome.GoesOn(EndAsync(observation, slot, write.Rest))
                : Ended(observation, slot, outcome);
        }
        catch (CloudException error)
        {
            await _silence.ReadFailedAsync(declared, slot, error, cancellationToken);
            return RetryPause.After(error);
        }
    }

    /// <summary>An uninstall deletes nothing: before that is known, nothing is deleted either (rule S17).</summary>
    private async ValueTask<bool> IsKindGoingAwayAsync(TrafficMirrorFilter declared, CancellationToken cancellationToken)
    {
        try
        {
            return await _store.IsKindGoingAwayAsync(cancellationToken);
        }
        catch (KubeApiException refused) when (refused.IsRefused)
        {
            var failed = FilterStatusBuilder.Failed(declared, FilterFailure.OfDefinition(refused), seenAt: null, _time.GetUtcNow());
            await _status.WriteIfNewAsync(declared, failed, cancellationToken);
            throw;
        }
    }

    private async Task<Outcome> EndAsync(FilterObservation observation, FilterMemories.Slot slot, Task<Outcome> write) =>
        Ended(observation, slot, await write);

    private Outcome Ended(FilterObservation observation, FilterMemories.Slot slot, Outcome outcome)
    {
        slot.ObservedAt = observation.ReadAt;
        if (outcome is Outcome.Waiting) return outcome;
        slot.SilentSince = null;
        var pause = outcome is Outcome.Requeue again ? again.After : TimeSpan.Zero;
        slot.Memory = slot.Memory with { FailedReads = 0, DueAt = _time.GetUtcNow() + pause };
        return outcome;
    }

    private Outcome Gone(ObjectKey key)
    {
        if (_memories.Forget(key) is not { } slot) return Outcome.Done;
        if (!slot.IsReleased)
        {
            _logger.Gone(key, slot.Filter.RegionId, slot.Filter.FilterId);
            _transitions.RecordGone(slot.Remembered);
        }

        _account.FilterUsages.Forget(slot.Filter);
        return Outcome.Done;
    }

    private async ValueTask<Outcome> ActAsync(FilterObservation observation, FilterMemories.Slot slot, CancellationToken cancellationToken)
    {
        var (declared, plan) = (observation.Declared, observation.Plan);
        var told = slot.Memory.ToldDrift;
        slot.Memory = _transitions.Record(observation);
        if (slot.Memory.ToldDrift is { } drift && drift != told)
            _logger.Drift(declared.Key(), declared.Spec.RegionId, declared.Filter().FilterId);
        if (plan.Decision is Decision.Release release) return await ReleaseAsync(declared, slot, release, cancellationToken);
        var learned = observation with { Memory = FilterLearning.After(observation with { Memory = slot.Memory }, _limits) };
        if (plan.Decision is Decision.Write<OperationState> write) return _runner.Run(learned, write, slot, cancellationToken);
        // A quota is tried again from time to time: until it has room, what the conditions say of it stays.
        slot.Memory = learned.Memory with { WritesFail = plan.Decision.Reason == Reasons.QuotaOfFilter };
        // A living object goes on with what it says until a doubtful answer is confirmed.
        var reported = plan.IsUnconfirmed
            ? declared
            : await _status.WriteIfNewAsync(declared, FilterStatusBuilder.Observed(learned), cancellationToken);
        if (plan.Operation is null) await _finalizers.RestAsync(reported, cancellationToken);
        slot.SilentSince = null;
        return _schedule.After(learned);
    }

    private async ValueTask<Outcome> ReleaseAsync(
        TrafficMirrorFilter declared, FilterMemories.Slot slot, Decision.Release release, CancellationToken cancellationToken)
    {
        if (await _finalizers.ReleaseAsync(declared, cancellationToken))
        {
            _logger.Released(declared.Key(), release.Reason, release.Message);
            _transitions.RecordRelease(declared, release);
        }

        slot.IsReleased = true;
        return Outcome.Done;
    }
}
