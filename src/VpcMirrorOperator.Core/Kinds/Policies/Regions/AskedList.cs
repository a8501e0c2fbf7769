using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Policies.Regions;

/// <summary>A list of a region that is read again from time to time, without anybody waiting for it.</summary>
/// <param name="lists">Reads it.</param>
/// <param name="region">The region.</param>
internal sealed class AskedList<T>(RegionLists<T> lists, Api.Shared.RegionRef region)
    where T : class
{
    private PendingList<T>? _asked;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    /// <summary>The list that was asked for, once: null while it has not come.</summary>
    /// <exception cref="AlibabaCloud.Errors.CloudException">It could not be read.</exception>
    public ListSnapshot<T>? Take()
    {
        if (_asked is not { HasEnded: true } ended) return null;
        _asked = null;
        return ended.Get();
    }

    /// <summary>Whether none is on its way, and the last was asked for long enough ago.</summary>
    /// <param name="now">The time.</param>
    /// <param name="pause">How long ago.</param>
    public bool MayAsk(DateTimeOffset now, TimeSpan pause) => _asked is null && now - _askedAt >= pause;

    /// <summary>Asks for a list that is begun from now on, if that may be.</summary>
    /// <param name="now">The time.</param>
    /// <param name="pause">How long ago the last must have been asked for.</param>
    /// <param name="arrived">Is called when it is there.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">The region does not answer, and is left alone for a while.</exception>
    public void Ask(DateTimeOffset now, TimeSpan pause, Action arrived)
    {
        if (!MayAsk(now, pause)) return;
        _askedAt = now;
        _asked = lists.Ask(region, TimeSpan.Zero, arrived);
    }
}
