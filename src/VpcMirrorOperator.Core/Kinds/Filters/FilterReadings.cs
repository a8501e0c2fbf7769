using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Gets lists for reconciles without ever waiting for one: what is not there is asked for.</summary>
/// <param name="account">The account.</param>
/// <param name="wake">Has an object reconciled, when its list has arrived.</param>
/// <param name="time">The clock.</param>
internal sealed class FilterReadings(CloudAccount account, Action<ObjectKey> wake, TimeProvider time)
{
    /// <summary>An answer that lay for longer is asked for anew, however slow the region is.</summary>
    private static readonly TimeSpan OldestAnswer = TimeSpan.FromSeconds(40);

    /// <summary>Takes the list that the object was waiting for, if it has come. It serves this reconcile and no other.</summary>
    /// <exception cref="CloudException">It could not be read.</exception>
    public static ListSnapshot<FilterInventory>? Take(FilterMemories.Slot slot)
    {
        if (slot.Reading is not { HasEnded: true } arrived) return null;
        slot.Reading = null;
        return arrived.Get();
    }

    /// <summary>A list that is new enough, and from after our latest write.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="slot">The object's memory.</param>
    /// <param name="arrived">What this reconcile has taken: as new as a list can be.</param>
    /// <param name="maxAge">The oldest that will do.</param>
    /// <returns>Null when it is not there yet: the object is reconciled again when it is.</returns>
    /// <exception cref="CloudException">It could not be read.</exception>
    public ListSnapshot<FilterInventory>? Find(
        TrafficMirrorFilter declared, FilterMemories.Slot slot, ListSnapshot<FilterInventory>? arrived, TimeSpan maxAge)
    {
        var now = time.GetUtcNow();
        var written = slot.Memory.WrittenAt;
        if (arrived is not null && arrived.ReadAt >= written && now - arrived.ReadAt <= OldestAnswer) return arrived;
        var age = now - written < maxAge ? now - written : maxAge;
        if (account.Filters.Find(slot.Filter.Region, age) is { } known) return known;
        var key = declared.Key();
        slot.Reading ??= account.Filters.Ask(slot.Filter.Region, age, () => wake(key));
        return null;
    }

    /// <summary>The sessions that use the filter.</summary>
    /// <returns>Null when that is not known yet.</returns>
    /// <exception cref="CloudException">It could not be read.</exception>
    public FilterUsage? FindUsage(TrafficMirrorFilter declared, FilterMemories.Slot slot)
    {
        if (slot.UsageReading is { HasEnded: true } arrived)
        {
            slot.UsageReading = null;
            if (arrived.Get() is { } taken && time.GetUtcNow() - taken.ReadAt <= OldestAnswer) return taken.List;
        }


        if (account.FilterUsages.Find(slot.Filter, FilterTimes.UsageFreshness) is { } known) return known.List;
        var key = declared.Key();
        slot.UsageReading ??= account.FilterUsages.Ask(slot.Filter, FilterTimes.UsageFreshness, () => wake(key));
        return null;
    }
}
