using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>Lists all sessions of a region, at a pace of its own: the sessions that are being changed are read by other calls.</summary>
/// <param name="cloud">The account.</param>
/// <param name="regionId">The region.</param>
/// <param name="time">The clock.</param>
internal sealed class SessionInventoryLister(RpcClient cloud, string regionId, TimeProvider time)
{
    /// <summary>A tenth of what the client allows all reads of sessions together.</summary>
    public const int CallsPerMinute = 60;

    private readonly CallPace _pace = new(CallsPerMinute, time);

    /// <summary>All sessions.</summary>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    public async Task<Inventory<RegionSession>> ListAsync(CancellationToken cancellationToken)
    {
        var pool = new TextPool();
        var tags = new Dictionary<string, IReadOnlyList<KeyValuePair<string, string>>?>(StringComparer.Ordinal);
        var listing = await SessionCatalog.ReadPagesAsync(
            cloud, regionId, session => tags[session.TrafficMirrorSessionId!] = Tags(session, pool), _pace.WaitAsync, cancellationToken);
        return new Inventory<RegionSession>(listing.Select(session => new RegionSession(session.Key, session.Value, tags[session.Key])));
    }

    private static IReadOnlyList<KeyValuePair<string, string>>? Tags(ListedTrafficMirrorSession session, TextPool pool) =>
        session.Tags is { IsWhole: true } tags && tags.All(tag => tag.Key is not null)
            ? pool.Share([.. tags.Select(tag => KeyValuePair.Create(tag.Key!, tag.Value ?? ""))])
            : null;
}
