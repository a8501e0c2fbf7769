using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>Lists all filters of a region with their rules: with the quota of 100 filters, one call or two.</summary>
/// <param name="cloud">The account.</param>
/// <param name="regionId">The region.</param>
internal sealed class FilterLister(RpcClient cloud, string regionId)
{
    /// <summary>The largest page (API page of ListTrafficMirrorFilters).</summary>
    private const int PageSize = 100;

    /// <summary>A hundred times the quota of filters of a region.</summary>
    private const int MaxPages = 100;

    /// <summary>How its pages are followed.</summary>
    public static readonly TokenPages Pages = new("ListTrafficMirrorFilters", MaxPages);

    /// <summary>All filters.</summary>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    public async Task<FilterInventory> ListAsync(CancellationToken cancellationToken)
    {
        var listing = new FilterListing();
        Task<ListTrafficMirrorFiltersResponse> PageAsync(string? token, CancellationToken cancel) => cloud.SendAsync(
            new ListTrafficMirrorFiltersRequest { RegionId = regionId, MaxResults = PageSize, NextToken = token }, cancel);
        await foreach (var page in Pages.ReadAsync(PageAsync, page => page.NextToken, cancellationToken)) listing.Add(page);
        return listing.Complete();
    }
}
