using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies.Regions;

/// <summary>
/// The interfaces of a region as the latest two complete inventories show them: one that only the newer lacks may be missing by mistake,
/// and counts as gone after both (rule P3).
/// </summary>
internal sealed class InterfaceView
{
    private const string Primary = "Primary";

    private readonly Inventory<NetworkInterface>? _former;
    private readonly Inventory<NetworkInterface> _newest;
    private ILookup<string, NetworkInterface>? _byInstance;

    private InterfaceView(Inventory<NetworkInterface> newest, Inventory<NetworkInterface>? former, DateTimeOffset readAt) =>
        (_newest, _former, ReadAt) = (newest, former, readAt);

    /// <summary>When the newest was begun.</summary>
    public DateTimeOffset ReadAt { get; }

    /// <summary>Whether there have been two inventories, so that what neither has is gone.</summary>
    public bool IsConfirmed => _former is not null;

    /// <summary>All that are not gone.</summary>
    public IEnumerable<NetworkInterface> All =>
        _former is null ? _newest.All : _newest.All.Concat(_former.All.Where(one => _newest.Find(one.Id) is null));

    /// <summary>The same, as selectors look at them.</summary>
    public IReadOnlyCollection<InterfaceRecord> Records => field ??= [.. All.Select(InterfaceRecords.Of)];

    /// <summary>An interface; null when it is gone.</summary>
    public NetworkInterface? Find(string id) => _newest.Find(id) ?? _former?.Find(id);

    /// <summary>The view after another inventory.</summary>
    public static InterfaceView After(InterfaceView? before, ListSnapshot<Inventory<NetworkInterface>> list) =>
        new(list.List, before?._newest, list.ReadAt);

    /// <summary>The interfaces of an instance: the primary one, and all with it.</summary>
    /// <param name="instance">The instance; null for none.</param>
    public (string? Primary, IReadOnlyList<string> All) OfInstance(string? instance)
    {
        if (instance is null) return (null, []);
        _byInstance ??= All.Where(one => one.InstanceId is not null).ToLookup(one => one.InstanceId!, StringComparer.Ordinal);
        var of = _byInstance[instance].OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
        return (of.Find(one => one.Type == Primary)?.Id, [.. of.Select(one => one.Id)]);
    }
}
