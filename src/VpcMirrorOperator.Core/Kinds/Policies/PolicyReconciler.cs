using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>
/// Reconciles one policy: observe, plan, write its sessions' objects, report. It makes no call of the cloud but reads: the session
/// reconciler
/// writes.
/// </summary>
internal sealed class PolicyReconciler : IReconciler
{
    /// <summary>Whoever waits is told when it is over; this is for a message that got lost.</summary>
    private static readonly Outcome Wait = Outcome.WaitFor(TimeSpan.FromMinutes(1));

    private readonly IObjectStore<TrafficMirrorPolicy> _store;
    private readonly PolicyReconcilerOptions _options;
    private readonly PolicyRegions _regions;
    private readonly PolicyMemories _memories = new();
    private readonly PolicyObserver _observer;
    private readonly PolicyEnd _end;
    private readonly ChildWriter _writer;
    private readonly PolicyReports _reports;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>A reconciler for the policies of one account.</summary>
    /// <param name="store">Where policies and their status live.</param>
    /// <param name="sessions">Where their sessions' objects live.</param>
    /// <param name="account">The account.</param>
    /// <param name="options">What the process knows.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Receives a line for each pass that wrote.</param>
    /// <param name="wake">Has a policy reconciled at once: what it waited for has come.</param>
    /// <param name="events">Is told of transitions; null: nobody is.</param>
    public PolicyReconciler(
        IObjectStore<TrafficMirrorPolicy> store, IObjectStore<TrafficMirrorSession> sessions, CloudAccount account,
        PolicyReconcilerOptions options, TimeProvider time, ILogger logger, Action<ObjectKey> wake, PolicyEvent? events = null)
    {
        (_store, _options, _time, _logger) = (store, options, time, logger);
        _regions = new PolicyRegions(account, time);
        _observer = new PolicyObserver(sessions, options, wake);
        _writer = new ChildWriter(sessions);
        _reports = new PolicyReports(new StatusWriter<TrafficMirrorPolicy>(PolicyKind.Resource, store, logger), events, logger);
        _end = new PolicyEnd(store, sessions, _writer, options, _reports, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (_store.Find(key) is not { } found)
        {
            _memories.Forget(key);
            return Outcome.Done;
        }

        var slot = _memories.Of(found);
        if (_time.GetUtcNow() - slot.PassedAt is var elapsed && elapsed < PolicySchedule.Gather)
            return Outcome.RequeueAfter(PolicySchedule.Gather - elapsed);
        var region = _regions.Of(found.Region());
        using var turn = await region.EnterAsync(cancellationToken);
        return _store.Find(key) is not { } policy ? Outcome.Done
            : policy.Metadata.DeletionTimestamp is null ? await LiveAsync(policy, region, slot, cancellationToken)
            : await EndAsync(policy, region, slot, cancellationToken);
    }

    private async ValueTask<Outcome> LiveAsync(
        TrafficMirrorPolicy found, PolicyRegion region, PolicyMemories.Slot slot, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (PolicyRefusal.Of(found, _options.Tenancy, _options.Installation, _options.Cluster is not null) is { } refusal)
        {
            await _reports.JudgeAsync(found, refusal, now, cancellationToken);
            return Outcome.CheckAfter(PolicySchedule.AtRest);
        }

        var policy = await KeepAsync(found, cancellationToken);
        var (children, error) = await _observer.LookAsync(policy, region, slot, now, cancellationToken);
        if (region.Listing is null || region.Interfaces is null)
        {
            if (error is null) return Wait;
            await _reports.ReadFailedAsync(policy, slot, error, now, cancellationToken);
            return RetryPause.After(error);
        }

        if (error is null) slot.FailedReads = 0;
        slot.PassedAt = now;
        return await PassAsync(policy, region, slot, _observer.InputOf(policy, region, slot, children, now), cancellationToken);
    }

    private async ValueTask<Outcome> PassAsync(
        TrafficMirrorPolicy policy, PolicyRegion region, PolicyMemories.Slot slot, PolicyInput input, CancellationToken cancellationToken)
    {
        var plan = PolicyPlanner.Plan(input);
        (slot.Memory, slot.IsUnderWay) = (plan.Memory, plan.IsUnderWay);
        // What a guard let go, and an end that was announced, must be known to the next process before anything goes.
        var remembered = plan.Packing.Writes.Any(TakesAway)
            ? await _reports.RememberAsync(policy, plan.Memory, cancellationToken)
            : policy;
        await WriteAsync(remembered, region, plan.Packing, cancellationToken);
        var isLate = await _reports.ReportAsync(remembered, plan, slot, region.ListedAt, input.Now, cancellationToken);
        var pause = PolicySchedule.Pause(policy, plan, input.Now);
        return Outcome.RequeueAfter(isLate && PolicySchedule.StatusPause < pause ? PolicySchedule.StatusPause : pause);
    }

    private async ValueTask WriteAsync(
        TrafficMirrorPolicy policy, PolicyRegion region, PackingResult packing, CancellationToken cancellationToken)
    {
        if (packing.Writes.Count == 0) return;
        var carried = await _writer.CarryOutAsync(policy, packing.Writes, region, cancellationToken);
        _logger.Wrote(policy.Key(), carried, packing.Writes.Count);
    }

    private async ValueTask<Outcome> EndAsync(
        TrafficMirrorPolicy policy, PolicyRegion region, PolicyMemories.Slot slot, CancellationToken cancellationToken)
    {
        if (!policy.Metadata.Finalizers.Contains(Finalizers.Detach)) return Outcome.Done;
        var now = _time.GetUtcNow();
        if (_options.Installation.Id is null) return Outcome.RequeueAfter(PolicySchedule.AtRest);
        var (children, _) = await _observer.LookAsync(policy, region, slot, now, cancellationToken);
        slot.IsUnderWay = true;
        return await _end.StepAsync(policy, region, slot, children, now, cancellationToken);
    }

    /// <summary>Holds the object, so that its end is carried out (rule P19).</summary>
    private ValueTask<TrafficMirrorPolicy> KeepAsync(TrafficMirrorPolicy policy, CancellationToken cancellationToken) =>
        policy.Metadata.Finalizers.Contains(Finalizers.Detach)
            ? ValueTask.FromResult(policy)
            : _store.WriteFinalizersAsync(policy, [.. policy.Metadata.Finalizers, Finalizers.Detach], cancellationToken);

    private static bool TakesAway(ChildWrite write) => write switch
    {
        PatchChild patch => patch.Old.Sources.Any(id => !patch.Spec.Sources.Contains(id)),
        CloseChild or DeleteChild => true,
        _ => false,
    };
}
