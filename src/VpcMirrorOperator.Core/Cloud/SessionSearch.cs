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
    /// <summary>The page size asked for (API page: at most 100).</summary>
    private const int PageSize = 100;

    /// <summary>More pages than a search can have: beyond it the answer goes round in circles.</summary>
    private const int MaxPages = 250;

    /// <summary>Sessions with this tag.</summary>
    public ListReader<IReadOnlyList<FoundSession>> ByTag(string key, string value) =>
        new(token => ListAsync(request => request with { Tags = [new ResourceTag { Key = key, Value = value }] }, token), time);

    /// <summary>Sessions with this priority.</summary>
    public ListReader<IReadOnlyList<FoundSession>> ByPriority(int priority) =>
        new(token => ListAsync(request => request with { Priority = priority }, token), time);

    private async Task<IReadOnlyList<FoundSession>> ListAsync(
        Func<ListTrafficMirrorSessionsRequest, ListTrafficMirrorSessionsRequest> filter, CancellationToken cancellationToken)
    {
        var listing = new SessionListing(1, id => new KnownSession(id) { NeedsDetails = true });
        string? next = null;
        for (var page = 0; page == 0 || !string.IsNullOrEmpty(next); page++)
        {
            if (page == MaxPages) throw SessionListing.Unreadable("it has no last page");
            var request = new ListTrafficMirrorSessionsRequest { RegionId = region.RegionId, MaxResults = PageSize, NextToken = next };
            var answer = await cloud.SendAsync(filter(request), cancellationToken);
            listing.Add(answer);
            next = answer.NextToken;
        }
        var found = listing.Complete();
        return [.. found.Select(one => new FoundSession(one.Key, one.Value.Session ?? throw one.Value.Unreadable!))];
    }
}
