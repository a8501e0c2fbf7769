using System.Globalization;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.Actions.Ecs;

/// <summary>One interface as the API shows it; fields of which the emulator has no notion are constants.</summary>
internal sealed record InterfaceReply(
    string NetworkInterfaceId,
    string NetworkInterfaceName,
    string Description,
    string Status,
    string Type,
    string? InstanceId,
    string VpcId,
    string VSwitchId,
    string ZoneId,
    string MacAddress,
    string PrivateIpAddress,
    PrivateIpSets PrivateIpSets,
    Ipv6Sets Ipv6Sets,
    Ipv4PrefixSets Ipv4PrefixSets,
    Ipv6PrefixSets Ipv6PrefixSets,
    SecurityGroupIds SecurityGroupIds,
    InterfaceTags Tags,
    Attachment Attachment,
    AssociatedPublicIp AssociatedPublicIp,
    string OwnerId,
    string ResourceGroupId,
    bool ServiceManaged,
    string CreationTime,
    int ServiceID,
    int QueueNumber,
    int QueuePairNumber,
    string NetworkInterfaceTrafficMode,
    bool DeleteOnRelease,
    bool SourceDestCheck)
{
    internal static InterfaceReply Of(InterfaceSeed one, string region, string account)
    {
        var ips = InterfaceAddresses.Of(one);
        return new(
            one.Id, one.Name, one.Description, one.Status.ToString(), one.Type.ToString(),
            one.ServiceManaged ? null : one.InstanceId, one.VpcId, one.VSwitchId, one.ZoneId.Length > 0 ? one.ZoneId : $"{region}-a",
            InterfaceAddresses.Mac(one), ips[0],
            new([.. ips.Select((ip, index) => new PrivateIp(ip, index == 0))]), new([.. one.Ipv6Addresses.Select(ip => new Ipv6(ip))]),
            new([]), new([]), new(one.SecurityGroupIds), new([.. one.Tags.Select(tag => new InterfaceTag(tag.Key, tag.Value))]),
            AttachmentOf(one), new(), InterfaceAddresses.AccountNumber(account), one.ResourceGroupId, one.ServiceManaged,
            one.CreationTime.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ServiceID: 0, QueueNumber: 1, QueuePairNumber: 0, NetworkInterfaceTrafficMode: "Standard",
            DeleteOnRelease: true, SourceDestCheck: false);
    }

    private static Attachment AttachmentOf(InterfaceSeed one) => one.InstanceId.Length == 0
        ? new(null, null, null, null)
        : new(one.ServiceManaged ? null : one.InstanceId, one.DeviceIndex, one.TrunkId, one.Type == InterfaceType.Member ? null : 0);
}
