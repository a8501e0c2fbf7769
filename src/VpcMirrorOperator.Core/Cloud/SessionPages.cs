using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>All pages of one list of sessions, as complete as <see cref="SessionListing"/> demands.</summary>
/// <param name="cloud">The account.</param>
/// <param name="request">What is asked for; page size and token are added.</param>
/// <param name="maxPages">More pages than the answer can have.</param>
internal sealed class SessionPages(RpcClient cloud, ListTrafficMirrorSessionsRequest request, int maxPages)
{
    /// <summary>The largest page, 1 to 100 (API page; the default there is 10).</summary>
    public const int PageSize = 100;

    private readonly TokenPages _pages = new("ListTrafficMirrorSessions", maxPages);

    /// <summary>What is known of a session, by its id; null for nobody who knows.</summary>
    public Func<string, KnownSession?>? Known { get; init; }

    /// <summary>Takes each session, which has an id and comes once.</summary>
    public Action<ListedTrafficMirrorSession> Each { get; init; } = _ => { };

    /// <summary>Waits before each call.</summary>
    public Func<CancellationToken, Task> Turn { get; init; } = _ => Task.CompletedTask;

    /// <summary>The sessions, by id.</summary>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    public async Task<Dictionary<string, SessionReading>> ReadAsync(CancellationToken cancellationToken)
    {
        var listing = new SessionListing(request.TrafficMirrorSessionIds?.Count ?? PageSize, Known);
        await foreach (var page in _pages.ReadAsync(PageAsync, page => page.NextToken, cancellationToken)) listing.Add(page, Each);
        return listing.Complete();
    }

    private async Task<ListTrafficMirrorSessionsResponse> PageAsync(string? token, CancellationToken cancellationToken)
    {
        await Turn(cancellationToken);
        return await cloud.SendAsync(request with { MaxResults = PageSize, NextToken = token }, cancellationToken);
    }
}
