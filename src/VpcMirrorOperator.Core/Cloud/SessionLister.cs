using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>Lists sessions of one region by id, all pages.</summary>
internal sealed class SessionLister(RpcClient cloud, string regionId)
{
    /// <summary>The page size asked for, 1 to 100 (API page; the default there is 10).</summary>
    private const int PageSize = 100;

    /// <summary>The sessions that exist among the ids; unknown ids are absent (API page).</summary>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    /// <param name="ids">At most 100.</param>
    /// <param name="known">What is known of a session, by its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Dictionary<string, SessionReading>> ListAsync(
        IReadOnlyList<string> ids, Func<string, KnownSession?> known, CancellationToken cancellationToken)
    {
        var listing = new SessionListing(ids.Count, known);
        string? next = null;
        var pages = 0;
        do
        {
            if (pages++ > ids.Count) throw SessionListing.Unreadable("it has more pages than sessions were asked for");
            var request = new ListTrafficMirrorSessionsRequest
            {
                RegionId = regionId, TrafficMirrorSessionIds = ids, MaxResults = PageSize, NextToken = next,
            };
            var page = await cloud.SendAsync(request, cancellationToken);
            listing.Add(page);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return listing.Complete();
    }
}
