using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>What a list of filters says of their marks. Pure.</summary>
internal static class FilterMarks
{
    /// <summary>The filter of an id, if it is listed; null without an id.</summary>
    /// <exception cref="AlibabaCloud.Errors.CloudException">What the list says of it cannot be used.</exception>
    public static ListReading? ById(ListSnapshot<FilterInventory> list, string? id) => id is null ? null
        : new ListReading(list.List.Find(id) is { } filter ? [MarkOf(filter)] : [], list.ReadAt);

    /// <summary>All of them; null when one cannot be read, or does not tell its tags: it may be the one that is looked for.</summary>
    public static ListReading? All(ListSnapshot<FilterInventory> list)
    {
        var filters = list.List.All.Values.Select(reading => reading.Filter).ToList();
        if (filters.Any(filter => filter?.Tags is null)) return null;
        return new ListReading([.. filters.Select(filter => MarkOf(filter!))], list.ReadAt);
    }

    /// <summary>Why not all can be told apart.</summary>
    /// <exception cref="AlibabaCloud.Errors.CloudException">Always.</exception>
    public static void ThrowUnreadable(FilterInventory list)
    {
        foreach (var (id, reading) in list.All)
        {
            if (reading.Unreadable is { } error) throw error;
            if (reading.Filter?.Tags is null) throw FilterLister.Pages.Unreadable($"it does not say which tags {id} has");
        }
    }

    private static ListedMark MarkOf(ObservedFilter filter) =>
        new(filter.Id, filter.TagValue(IdentityTags.CreatedBy), filter.TagValue(IdentityTags.Owner))
        {
            IsSettled = filter.IsSettled, IsGoing = filter.Status == ObservedFilter.Deleting,
        };
}
