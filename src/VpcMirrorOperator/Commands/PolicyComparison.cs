using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Policies.Children;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>Plans declared policies on what the cloud lists, for commands that change nothing.</summary>
internal sealed class PolicyComparison(
    IReadOnlyCollection<TrafficMirrorFilter> filters, string? stateFolder, CommandCloud cloud, CommandContext context)
{
    private readonly Dictionary<ObjectKey, TrafficMirrorFilter> _filters = filters.ToDictionary(filter => filter.Key());

    /// <summary>An item for each policy; what cannot be read is the trouble of its object.</summary>
    public async Task<IReadOnlyList<PlanItem>> CompareAsync(IReadOnlyList<TrafficMirrorPolicy> manifests)
    {
        var (items, patience) = (new List<PlanItem>(), CloudPatience.Of(timeout: null, context));
        foreach (var policy in manifests.Select(WithStatus)) items.Add(await CompareAsync(policy, patience));
        return items;
    }

    private TrafficMirrorPolicy WithStatus(TrafficMirrorPolicy manifest)
    {
        var (kind, folder) = (PolicyKind.Resource, stateFolder is null ? null : PolicyEngine.FolderIn(stateFolder, context));
        return StateRecord.Declare(kind, folder?.Read(kind, manifest.Key()), manifest, context.Time.GetUtcNow(), context.NewUid)
            .ToObject(kind.Type);
    }

    private async Task<PlanItem> CompareAsync(TrafficMirrorPolicy policy, CloudPatience patience)
    {
        if (PolicyRefusal.Of(policy, TenancyRules.Unrestricted, cloud.Installation, hasCluster: false) is { } refusal)
            return PlanItem.Of(policy, refusal);
        try
        {
            var (account, region) = (cloud.Account, policy.Region());
            var interfaces = await patience.ReadAsync(
                region.RegionId, token => account.Interfaces.ReadAsync(region, TimeSpan.FromMinutes(1), token), context.Interrupted);
            var sessions = await patience.ReadAsync(
                region.RegionId, token => account.AllSessions.ReadAsync(region, TimeSpan.FromMinutes(1), token), context.Interrupted);
            return PlanItem.Of(policy, PolicyPlanner.Plan(InputOf(policy, interfaces, sessions)), context.Time.GetUtcNow());
        }
        catch (CloudException e)
        {
            return PlanItem.Unread(policy, CloudErrorTable.Of(e), $"Cannot list the region: {CloudAdvice.OneLine(e)}");
        }
    }

    private PolicyInput InputOf(
        TrafficMirrorPolicy policy, ListSnapshot<Inventory<NetworkInterface>> interfaces, ListSnapshot<Inventory<RegionSession>> sessions)
    {
        var now = context.Time.GetUtcNow();
        return new PolicyInput
        {
            Policy = policy,
            Now = now,
            Term = 0,
            Memory = PolicyMemory.From(policy.Status),
            FilterId = policy.Spec.FilterId ?? FilterOf(policy),
            Interfaces = InterfaceView.After(null, interfaces),
            Children = Children(policy, now),
            Listing = SessionListingReader.Of(sessions.List, ListBasis.Nothing, cloud.Installation.Id!)
                ?? new RegionListing(ListBasis.Nothing, []),
            Written = new PackingMemory(),
        };
    }

    private string? FilterOf(TrafficMirrorPolicy policy) =>
        _filters.GetValueOrDefault(new ObjectKey(policy.Metadata.Namespace, policy.Spec.FilterRef!.Name)) is { } filter
            ? filter.FilterId() ?? $"that of {filter.Key()}, to be created"
            : null;

    private IReadOnlyList<ChildState> Children(TrafficMirrorPolicy policy, DateTimeOffset now)
    {
        if (stateFolder is null) return [];
        var (kind, folder) = (SessionKind.Resource, new StateFolder(stateFolder, context.Time));
        return
        [
            .. folder.ReadAllBut(kind, []).Where(record => record.CreatedByOperator).Select(record => record.ToObject(kind.Type))
                .Where(one => one.Spec.RegionId == policy.Spec.RegionId).Select(one => ChildReader.Read(one, learnedSize: null, now)),
        ];
    }
}
