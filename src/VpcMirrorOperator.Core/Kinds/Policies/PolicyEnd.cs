using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Policies.Ending;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Schedules;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>Carries the end of a policy out, step by step (rule P19); each looks at everything again.</summary>
internal sealed class PolicyEnd(
    IObjectStore<TrafficMirrorPolicy> store, IObjectStore<TrafficMirrorSession> sessions, ChildWriter writer,
    PolicyReconcilerOptions options, PolicyReports reports, ILogger logger)
{
    /// <summary>The finalizer by which the garbage collector cuts dependents loose: <c>kubectl delete --cascade=orphan</c>.</summary>
    private const string Orphan = "orphan";

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>The next step.</summary>
    public async ValueTask<Outcome> StepAsync(
        TrafficMirrorPolicy policy, PolicyRegion region, PolicyMemories.Slot slot, IReadOnlyList<ChildState> children, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // An uninstall deletes nothing (rule S17): its children become ordinary objects, or go with their own definition.
        if (await store.IsKindGoingAwayAsync(cancellationToken)) return await ReleaseAsync(policy, [], cancellationToken);
        var isOrphaning = policy.Metadata.Finalizers.Contains(Orphan);
        var isNamespaceEnding = await options.IsNamespaceEnding(policy.Metadata.Namespace, cancellationToken);
        var step = PolicyEnding.Next(InputOf(policy, region, children), isNamespaceEnding, isOrphaning);
        slot.Sessions.UnionWith(SessionsOf(policy, children));
        if (step.IsOver) return await ReleaseAsync(policy, slot.Sessions, cancellationToken);
        if (step.Writes.Count > 0) await writer.CarryOutAsync(policy, step.Writes, region, cancellationToken);
        await reports.JudgeAsync(
            policy, new PolicyVerdict(
                ConditionStatus.False, Reasons.DeletingPolicy,
                isOrphaning ? "The policy is being deleted without its sessions: they live on as ordinary objects."
                : "The policy is being deleted: its sessions' objects go first.", NeedsPerson: false, IsWorking: true),
            now, cancellationToken);
        return Outcome.RequeueAfter(Poll);
    }

    private async ValueTask<Outcome> ReleaseAsync(
        TrafficMirrorPolicy policy, IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        var kept = policy.Spec.OnDeletion() == DeletionPolicy.Delete && policy.Spec.Policy() == ManagementPolicy.Sync
            && !policy.Spec.IsSuspended() ? [] : known;
        await store.WriteFinalizersAsync(
            policy, [.. policy.Metadata.Finalizers.Where(finalizer => finalizer != Finalizers.Detach)], cancellationToken);
        var message = kept.Count == 0
            ? "The policy is gone, and so are its sessions."
            : $"The policy is gone, and its sessions go on mirroring: {string.Join(", ", kept.Order(StringComparer.Ordinal).Take(10))}"
                + (kept.Count > 10 ? $" and {kept.Count - 10} more." : ".");
        logger.Released(policy.Key(), message);
        reports.Tell(policy, Kubernetes.Events.EventType.Normal, Reasons.PolicyReleased, message);
        return Outcome.Done;
    }

    private IEnumerable<string> SessionsOf(TrafficMirrorPolicy policy, IReadOnlyList<ChildState> children) =>
        children.Where(child => child.Owner?.Uid == policy.Metadata.Uid).Select(child => sessions.Find(child.Key)?.SessionId())
            .OfType<string>();

    private static PackingInput InputOf(TrafficMirrorPolicy policy, PolicyRegion region, IReadOnlyList<ChildState> children) => new()
    {
        Policy = DeclaredPacking.Of(policy, policy.Spec.FilterId, interfaces: null, CaptureState.Open),
        Term = 0,
        Interfaces = new Dictionary<string, SelectedInterface>(),
        Departures = new Dictionary<string, Departure>(),
        EmptyForLong = new HashSet<ObjectKey>(),
        Children = children,
        Listing = region.Listing ?? new RegionListing(ListBasis.Nothing, []),
        Memory = region.Memory,
    };
}
