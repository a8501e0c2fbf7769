using System.Globalization;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// One list of filters over all of its pages. What is absent from it counts as absent from the cloud, so a list that is not complete beyond
/// doubt is no list (rule 11): each page needs its request id, its filters and a total, and the total must be the number of filters listed.
/// </summary>
internal sealed class FilterListing
{
    private readonly Dictionary<string, FilterReading> _filters = new(StringComparer.Ordinal);
    private int? _total;

    /// <summary>Takes a page.</summary>
    /// <exception cref="CloudException">Something is missing from it, or contradicts an earlier page.</exception>
    public void Add(ListTrafficMirrorFiltersResponse page)
    {
        if (string.IsNullOrEmpty(page.RequestId)) throw Unreadable("it has no RequestId");
        if (page.TrafficMirrorFilters is not { } listed) throw Unreadable("it has no list TrafficMirrorFilters");
        if (!listed.IsWhole) throw Unreadable("its list TrafficMirrorFilters holds elements that are no filters");
        if (!int.TryParse(page.TotalCount, NumberStyles.None, CultureInfo.InvariantCulture, out var total))
            throw Unreadable("it has no TotalCount that is a number");
        if (_total is { } before && before != total)
            throw Unreadable($"its pages have different values of TotalCount, {before} and {total}");
        _total = total;
        foreach (var filter in listed)
        {
            var id = filter.TrafficMirrorFilterId ?? throw Unreadable("it lists a filter without an id");
            if (!_filters.TryAdd(id, FilterReader.Read(id, filter))) throw Unreadable($"it lists {id} twice");
        }
    }

    /// <summary>The filters of all pages.</summary>
    /// <exception cref="CloudException">Filters are missing.</exception>
    public FilterInventory Complete() => _total == _filters.Count
        ? new FilterInventory(_filters)
        : throw Unreadable($"its TotalCount is {_total}, and filters listed are {_filters.Count}");

    private static CloudException Unreadable(string what) => FilterLister.Pages.Unreadable(what);
}
