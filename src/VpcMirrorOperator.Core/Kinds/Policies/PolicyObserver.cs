using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>Gathers what a pass looks at. Nothing here waits for the cloud: what is too old is asked for, and wakes the policy.</summary>
/// <param name="sessions">The session objects.</param>
/// <param name="options">What the process knows.</param>
/// <param name="wake">Has a policy reconciled, when a list has arrived.</param>
internal sealed class PolicyObserver(
    IObjectStore<TrafficMirrorSession> sessions, PolicyReconcilerOptions options, Action<ObjectKey> wake)
{
    /// <summary>Lists that are older than this show nothing that a removal could rest on (rule P5).</summary>
    private static readonly TimeSpan OldestList = TimeSpan.FromMinutes(5);

    /// <summary>The children of the region, and newer lists asked for.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="region">Its region, in which it has the turn.</param>
    /// <param name="slot">What is known of it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The children, and why the region could not be listed; null when it could.</returns>
    public async ValueTask<(IReadOnlyList<ChildState> Children, CloudException? Error)> LookAsync(
        TrafficMirrorPolicy policy, PolicyRegion region, PolicyMemories.Slot slot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var key in region.Unread.ToList())
        {
            await sessions.ReadAsync(key, cancellationToken);
            region.WasRead(key);
        }

        var children = region.Children(sessions.List(), now);
        slot.See(children.Where(child => child.Owner?.Uid == policy.Metadata.Uid), now);
        return (children, TryList(policy, region, slot, children, now));
    }

    /// <summary>All that the planner looks at.</summary>
    public PolicyInput InputOf(
        TrafficMirrorPolicy policy, PolicyRegion region, PolicyMemories.Slot slot, IReadOnlyList<ChildState> children,
            DateTimeOffset now) =>
        new()
        {
            Policy = policy,
            Now = now,
            Term = options.Term.Over(children),
            Memory = slot.Memory,
            FilterId = FilterOf(policy),
            Interfaces = region.Interfaces!,
            Cluster = NeedsCluster.Of(policy.Spec) ? options.Cluster!.Look(region.Interfaces!) : ClusterSight.None,
            Blindness = BlindnessOf(policy, region, now),
            Children = children,
            Listing = region.Listing!,
            Written = region.Memory,
            NamesSetAside = region.NamesSetAside(now),
            PrioritiesSetAside = region.PrioritiesSetAside(now),
        };

    private CloudException? TryList(
        TrafficMirrorPolicy policy, PolicyRegion region, PolicyMemories.Slot slot, IReadOnlyList<ChildState> children, DateTimeOffset now)
    {
        try
        {
            region.TakeLists(options.Installation.Id!);
            var key = policy.Key();
            var pause = PolicySchedule.ListPause(
                slot.IsUnderWay, slot.ChildrenChangedAt > region.ListedAt, region.Listing?.Sessions.Count ?? 0);
            region.AskForLists(now, children, pause, PolicySchedule.AtRest, () => wake(key));
            region.Snapshot(now, children);
            return null;
        }
        catch (CloudException error)
        {
            return error;
        }
    }

    private string? FilterOf(TrafficMirrorPolicy policy) => policy.Spec.FilterRef is { } reference
        ? ReferredFilter.Of(
            new ObjectKey(policy.Metadata.Namespace, reference.Name), policy.Spec.RegionId,
                options.Links.Find<TrafficMirrorFilter>).UsableId
        : policy.Spec.FilterId;

    private static string? BlindnessOf(TrafficMirrorPolicy policy, PolicyRegion region, DateTimeOffset now)
    {
        var seen = region.ListedAt < region.Interfaces!.ReadAt ? region.ListedAt : region.Interfaces.ReadAt;
        return now - seen > OldestList
            ? $"Region {policy.Spec.RegionId} could not be listed since {seen.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}."
            : null;
    }
}
