namespace VpcMirrorOperator.Cloud;

/// <summary>The network interfaces of a region, complete. Immutable; sorted, which needs less memory than a table.</summary>
/// <param name="interfaces">Interfaces with different ids.</param>
internal sealed class InterfaceInventory(IEnumerable<NetworkInterface> interfaces)
{
    private readonly NetworkInterface[] _sorted = [.. interfaces.OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>All, in ordinal order of their ids.</summary>
    public IReadOnlyList<NetworkInterface> All => _sorted;

    /// <summary>The interface of an id; null when the region has none.</summary>
    public NetworkInterface? Find(string id) => SortedById.Find(_sorted, id, one => one.Id);
}
