using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>Lists every session of a region, for people who want to see what there is.</summary>
internal static class SessionCatalog
{
    /// <summary>The largest page (API page of ListTrafficMirrorSessions).</summary>
    private const int PageSize = 100;

    /// <summary>More than any quota allows sessions; an answer without an end is no answer.</summary>
    private const int MaxPages = 50;

    /// <summary>All pages, as complete as <see cref="SessionListing"/> demands, in the order of the ids.</summary>
    /// <param name="client">The account.</param>
    /// <param name="regionId">The region.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    public static async Task<IReadOnlyList<CatalogedSession>> ReadAsync(
        RpcClient client, string regionId, CancellationToken cancellationToken)
    {
        var listing = new SessionListing(PageSize);
        var listed = new Dictionary<string, ListedTrafficMirrorSession>(StringComparer.Ordinal);
        string? next = null;
        for (var pages = 0; pages == 0 || !string.IsNullOrEmpty(next); pages++)
        {
            if (pages == MaxPages) throw SessionListing.Unreadable($"it has more than {MaxPages} pages");
            var request = new ListTrafficMirrorSessionsRequest { RegionId = regionId, MaxResults = PageSize, NextToken = next };
            var page = await client.SendAsync(request, cancellationToken);
            listing.Add(page);
            // The listing has refused what has no sessions, or one without an id.
            foreach (var session in page.TrafficMirrorSessions!) listed[session.TrafficMirrorSessionId!] = session;
            next = page.NextToken;
        }

        return [.. listing.Complete().OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new CatalogedSession(s.Key, listed[s.Key], s.Value))];
    }
}
