using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>Lists sessions of one region by id, all pages.</summary>
internal sealed class SessionLister(RpcClient cloud, string regionId)
{
    /// <summary>The sessions that exist among the ids; unknown ids are absent (API page).</summary>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    /// <param name="ids">At most 100.</param>
    /// <param name="known">What is known of a session, by its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Dictionary<string, SessionReading>> ListAsync(
        IReadOnlyList<string> ids, Func<string, KnownSession?> known, CancellationToken cancellationToken)
    {
        var request = new ListTrafficMirrorSessionsRequest { RegionId = regionId, TrafficMirrorSessionIds = ids };
        // An empty page may come last.
        return new SessionPages(cloud, request, maxPages: ids.Count + 1) { Known = known }.ReadAsync(cancellationToken);
    }
}
