namespace VpcMirrorOperator.Cloud;

/// <summary>A list of a region, complete. Immutable; sorted, which needs less memory than a table.</summary>
/// <param name="items">With different ids.</param>
internal sealed class Inventory<T>(IEnumerable<T> items) where T : class, IListed
{
    private readonly T[] _sorted = [.. items.OrderBy(item => item.Id, StringComparer.Ordinal)];

    /// <summary>All, in ordinal order of their ids.</summary>
    public IReadOnlyList<T> All => _sorted;

    /// <summary>The one of an id; null when the region has none.</summary>
    public T? Find(string id)
    {
        var (low, high) = (0, _sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_sorted[middle].Id, id);
            if (order == 0) return _sorted[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }
}
