using System.Collections.Concurrent;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Cloud;

/// <summary>Which sessions use a filter: asked for only where a decision rests on it.</summary>
/// <param name="cloud">The account.</param>
/// <param name="time">The clock.</param>
internal sealed class FilterUsages(RpcClient cloud, TimeProvider time)
{
    /// <summary>Five times the 2,000 sessions that may use a filter (VPC quotas).</summary>
    private const int MaxPages = 100;

    private readonly ConcurrentDictionary<FilterRef, ListReader<FilterUsage>> _filters = new();

    /// <summary>The list in memory, if it is young enough; null otherwise. Calls nobody.</summary>
    public ListSnapshot<FilterUsage>? Find(FilterRef filter, TimeSpan maxAge) => Of(filter).Find(maxAge);

    /// <summary>Asks for the list without waiting for it.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="maxAge">The oldest list that will do, counted from its start.</param>
    /// <param name="arrived">Called once, when it has ended; must be quick and must not throw.</param>
    /// <exception cref="CloudException">The region is known not to answer, and it is too early to try again.</exception>
    public PendingList<FilterUsage> Ask(FilterRef filter, TimeSpan maxAge, Action arrived) => Of(filter).Ask(maxAge, arrived);

    /// <summary>Reads the list and waits for it.</summary>
    /// <exception cref="CloudException">The cloud could not be read.</exception>
    public async ValueTask<FilterUsage> ReadAsync(FilterRef filter, CancellationToken cancellationToken) =>
        await ListAsync(filter, cancellationToken);

    /// <summary>Gives the memory back.</summary>
    public void Forget(FilterRef filter) => _filters.TryRemove(filter, out _);

    private ListReader<FilterUsage> Of(FilterRef filter) =>
        _filters.GetOrAdd(filter, asked => new ListReader<FilterUsage>(cancel => ListAsync(asked, cancel), time));

    private async Task<FilterUsage> ListAsync(FilterRef filter, CancellationToken cancellationToken)
    {
        var search = new ListTrafficMirrorSessionsRequest { RegionId = filter.RegionId, TrafficMirrorFilterId = filter.FilterId };
        var listed = await new SessionPages(cloud, search, MaxPages) { Each = session =>
            Check(filter, session) }.ReadAsync(cancellationToken);
        return new FilterUsage([.. listed.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <summary>A list of other sessions than those asked for says nothing of these.</summary>
    private static void Check(FilterRef filter, ListedTrafficMirrorSession session)
    {
        if (session.TrafficMirrorFilterId != filter.FilterId)
            throw SessionListing.Unreadable($"{session.TrafficMirrorSessionId} does not use {filter.FilterId}, which was asked for");
    }
}
