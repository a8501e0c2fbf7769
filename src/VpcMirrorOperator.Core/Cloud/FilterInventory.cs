namespace VpcMirrorOperator.Cloud;

/// <summary>The filters of a region, complete. Immutable.</summary>
/// <param name="filters">By id.</param>
internal sealed class FilterInventory(IReadOnlyDictionary<string, FilterReading> filters)
{
    /// <summary>All, by id; in no promised order.</summary>
    public IReadOnlyDictionary<string, FilterReading> All => filters;

    /// <summary>The filter of an id; null when the region has none.</summary>
    /// <exception cref="AlibabaCloud.Errors.CloudException">What the list says of it cannot be used.</exception>
    public ObservedFilter? Find(string id)
    {
        if (!filters.TryGetValue(id, out var reading)) return null;
        return reading.Unreadable is { } error ? throw error : reading.Filter;
    }
}
