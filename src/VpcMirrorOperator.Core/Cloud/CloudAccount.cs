using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>How one account is called and read.</summary>
/// <param name="name">The account's name, for example <see cref="Api.Shared.Accounts.Default"/>.</param>
/// <param name="client">Calls with the account's credentials.</param>
/// <param name="time">The clock.</param>
internal sealed class CloudAccount(string name, RpcClient client, TimeProvider time)
{
    /// <summary>The account's name.</summary>
    public string Name => name;

    /// <summary>Calls with the account's credentials.</summary>
    public RpcClient Client => client;

    /// <summary>Reads the account's sessions: all who read share their calls.</summary>
    public SessionReader Sessions { get; } = new(client, time, name);

    /// <summary>All sessions of a region, whether anybody declares them or not.</summary>
    public RegionLists<Inventory<RegionSession>> AllSessions { get; } =
        new(name, region => new SessionInventoryLister(client, region, time).ListAsync, time);

    /// <summary>All network interfaces of a region.</summary>
    public RegionLists<Inventory<NetworkInterface>> Interfaces { get; } =
        new(name, region => new InterfaceLister(client, region).ListAsync, time);

    /// <summary>All filters of a region, with their rules: all who read share their calls.</summary>
    public RegionLists<FilterInventory> Filters { get; } =
        new(name, region => new FilterLister(client, region).ListAsync, time);

    /// <summary>The sessions that use a filter.</summary>
    public FilterUsages FilterUsages { get; } = new(client, time);
}
