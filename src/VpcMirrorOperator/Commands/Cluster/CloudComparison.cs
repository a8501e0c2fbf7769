using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>Compares one object of a cluster with the cloud, as its operator would.</summary>
/// <param name="cluster">Where the object is.</param>
/// <param name="account">The account of the user's credentials.</param>
/// <param name="context">The process.</param>
internal sealed class CloudComparison(ClusterObjects cluster, CloudAccount account, CommandContext context)
{
    private readonly CloudPatience _patience = CloudPatience.Of(timeout: null, context);

    /// <summary>The comparison.</summary>
    /// <exception cref="AlibabaCloud.Errors.CloudException">The session or filter could not be read.</exception>
    public Task<DiffItem> OfAsync(ClusterObject compared) => compared switch
    {
        FilterObject { Filter: var filter } => FilterAsync(filter),
        SessionObject { Session: var session } => SessionAsync(session),
        _ => throw new InvalidOperationException(compared.Shown),
    };

    private async Task<DiffItem> FilterAsync(TrafficMirrorFilter filter)
    {
        var installation = await InstallationAsync(filter.Filter().IsRecorded);
        if (installation is null) return DiffItem.OfStatus(filter);
        var (item, readAt) = await FilterComparison.ReadAsync(filter, account, installation, _patience, context);
        return DiffItem.OfCloud(item, readAt);
    }

    private async Task<DiffItem> SessionAsync(TrafficMirrorSession declared)
    {
        var filter = await ReferredAsync(declared);
        var session = ReferredFilter.Put(declared, filter);
        if (!session.Session().IsRecorded) return await NewAsync(session, filter);
        if (session.Spec.Session is not null) account.Sessions.NeedDetails(session.Session());
        var snapshot = await _patience.ReadAsync(
            session.Spec.RegionId, token => account.Sessions.ReadAsync(session.Session(), TimeSpan.Zero, token), context.Interrupted);
        var plan = SessionComparison.Of(session, snapshot.Session, context.Time.GetUtcNow(), filter);
        return DiffItem.OfCloud(PlanItem.Of(session, plan, snapshot.Session?.Sources.Count ?? 0), snapshot.ReadAt);
    }

    private async Task<DiffItem> NewAsync(TrafficMirrorSession session, ReferredFilter? filter)
    {
        if (await InstallationAsync(isRecorded: false) is not { } installation) return DiffItem.OfStatus(session);
        var item = await NewSessions.CompareAsync(session, account, installation, _patience, context, filter);
        return DiffItem.OfCloud(item, context.Time.GetUtcNow());
    }

    /// <summary>What an object creates is found by the mark of the cluster; null when the user may not read that.</summary>
    private async Task<Installation?> InstallationAsync(bool isRecorded)
    {
        if (isRecorded) return Installation.Unknown("It is not asked for: the object has recorded its id.");
        var installation = await cluster.InstallationAsync();
        if (installation.Id is not null) return installation;
        context.Error.WriteLine(
            "notice: what the object creates is looked for by the uid of the namespace kube-system, which you may not read. So this is "
            + "what the operator last wrote into the status.");
        return null;
    }

    private async Task<ReferredFilter?> ReferredAsync(TrafficMirrorSession session)
    {
        if (session.Spec.Session?.FilterRef is not { } reference) return null;
        var filter = await cluster.FilterAsync(new ObjectKey(session.Metadata.Namespace, reference.Name));
        return ReferredFilter.Of(session, _ => filter);
    }
}
