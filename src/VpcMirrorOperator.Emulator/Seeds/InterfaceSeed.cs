using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Interfaces;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>One network interface of a region. The members are the fields that <c>DescribeNetworkInterfaces</c> returns.</summary>
public sealed record InterfaceSeed
{
    /// <summary>NetworkInterfaceId, <c>eni-…</c>; unique in a region.</summary>
    public required string Id { get; init; }

    /// <summary>NetworkInterfaceName; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Description; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Type.</summary>
    public InterfaceType Type { get; init; } = InterfaceType.Secondary;

    /// <summary>Status. A seed without one means InUse with an instance, and Available without.</summary>
    public InterfaceStatus Status { get; init; } = InterfaceStatus.Available;

    /// <summary>When a status that passes (Creating, Attaching, Detaching, Deleting) ends, from the start of the emulator (0 to 72 h);
    /// null to stay in it.</summary>
    public TimeSpan? SettlesIn { get; init; }

    /// <summary>The instance that owns it; empty for none.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>Attachment.DeviceIndex, 0 to 4095; of a member it is the VLAN.</summary>
    public int DeviceIndex { get; init; }

    /// <summary>Attachment.TrunkNetworkInterfaceId of a member; empty for none.</summary>
    public string TrunkId { get; init; } = "";

    /// <summary>VpcId.</summary>
    public string VpcId { get; init; } = "vpc-emulated";

    /// <summary>VSwitchId.</summary>
    public string VSwitchId { get; init; } = "vsw-emulated";

    /// <summary>ZoneId; empty for the region's zone a.</summary>
    public string ZoneId { get; init; } = "";

    /// <summary>SecurityGroupIds.</summary>
    public ImmutableArray<string> SecurityGroupIds { get; init; } = [];

    /// <summary>Private IPv4 addresses, the primary one first; none for one that is made up from the id.</summary>
    public ImmutableArray<string> PrivateIps { get; init; } = [];

    /// <summary>IPv6 addresses.</summary>
    public ImmutableArray<string> Ipv6Addresses { get; init; } = [];

    /// <summary>MacAddress; empty for one that is made up from the id.</summary>
    public string MacAddress { get; init; } = "";

    /// <summary>The tags, at most 20.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>ResourceGroupId; empty for the default group, which no query can filter by.</summary>
    public string ResourceGroupId { get; init; } = "";

    /// <summary>Whether a cloud service manages it: then it can be neither source nor target of a session.</summary>
    public bool ServiceManaged { get; init; }

    /// <summary>CreationTime; a seed gives it to the minute.</summary>
    public DateTimeOffset CreationTime { get; init; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
