using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Cloud;

/// <summary>Lists sessions of one region by a tag or a priority, all pages: what is absent from such a list counts as absent.</summary>
/// <param name="cloud">The account's client.</param>
/// <param name="region">The region.</param>
/// <param name="time">The clock.</param>
internal sealed class SessionSearch(RpcClient cloud, RegionRef region, TimeProvider time)
{
    /// <summary>A region has 20,000 sessions at most.</summary>
    private const int MaxPages = 250;

    /// <summary>Sessions with this tag.</summary>
    public ListReader<IReadOnlyList<FoundSession>> ByTag(string key, string value) =>
        Reader(request => request with { Tags = [new ResourceTag { Key = key, Value = value }] });

    /// <summary>The same once, for who waits for it.</summary>
    public async ValueTask<IReadOnlyList<FoundSession>> ReadByTagAsync(string key, string value, CancellationToken cancellationToken) =>
        Found(await Pages(request => request with { Tags = [new ResourceTag { Key = key, Value = value }] }).ReadAsync(cancellationToken));

    /// <summary>All sessions, or those of these ids that there are; once, for who waits for it.</summary>
    /// <param name="ids">At most 100; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<FoundSession>> ReadAsync(IReadOnlyList<string>? ids, CancellationToken cancellationToken) =>
        Found(await Pages(request => request with { TrafficMirrorSessionIds = ids }).ReadAsync(cancellationToken));

    /// <summary>Sessions with this priority.</summary>
    public ListReader<IReadOnlyList<FoundSession>> ByPriority(int priority) => Reader(request => request with { Priority = priority });

    private ListReader<IReadOnlyList<FoundSession>> Reader(
        Func<ListTrafficMirrorSessionsRequest, ListTrafficMirrorSessionsRequest> filter)
    {
        var pages = Pages(filter);
        return new ListReader<IReadOnlyList<FoundSession>>(async token => Found(await pages.ReadAsync(token)), time);
    }

    private SessionPages Pages(Func<ListTrafficMirrorSessionsRequest, ListTrafficMirrorSessionsRequest> filter) =>
        new(cloud, filter(new ListTrafficMirrorSessionsRequest { RegionId = region.RegionId }), MaxPages)
        {
            Known = id => new KnownSession(id) { NeedsDetails = true },
        };

    private static IReadOnlyList<FoundSession> Found(Dictionary<string, SessionReading> sessions) =>
        [.. sessions.Select(one => new FoundSession(one.Key, one.Value.Session ?? throw one.Value.Unreadable!))];
}
