namespace VpcMirrorOperator.Cloud;

/// <summary>Finds an element in an array that is sorted by its ids in ordinal order.</summary>
internal static class SortedById
{
    public static T? Find<T>(T[] sorted, string id, Func<T, string> idOf) where T : class
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(idOf(sorted[middle]), id);
            if (order == 0) return sorted[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }
}
