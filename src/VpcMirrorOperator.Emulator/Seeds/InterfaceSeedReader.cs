using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads one network interface.</summary>
internal static class InterfaceSeedReader
{
    private static readonly InterfaceSeed Defaults = new() { Id = "" };

    private static readonly string[] Fields = [
        "id", "name", "description", "type", "status", "settlesIn", "instanceId", "deviceIndex", "trunkId", "vpcId", "vSwitchId", "zoneId",
        "securityGroupIds", "privateIps", "ipv6Addresses", "macAddress", "tags", "resourceGroupId", "serviceManaged", "creationTime"];

    internal static InterfaceSeed Read(SeedNode node)
    {
        var map = node.AsMap(Fields);
        var read = ReadPlace(map, ReadOwner(map, new() { Id = map.Required("id").NetworkInterfaceId() })) with
        {
            Name = map.Optional("name")?.Text(2, 128) ?? "",
            Description = map.Optional("description")?.Text(1, 256) ?? "",
            SettlesIn = map.Optional("settlesIn")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(72)),
            Tags = map.Tags("tags") ?? Defaults.Tags,
            ResourceGroupId = map.Optional("resourceGroupId")?.Text(1, 64) ?? "",
            ServiceManaged = map.Flag("serviceManaged", false),
            CreationTime = map.Time("creationTime") ?? Defaults.CreationTime,
        };
        return read.Status is InterfaceStatus.Available or InterfaceStatus.InUse && read.SettlesIn is not null
            ? throw map.Error($"settlesIn of an interface that is {read.Status}", "Remove settlesIn, or give a status that passes.")
            : read;
    }

    private static InterfaceSeed ReadOwner(SeedMap map, InterfaceSeed seed)
    {
        var type = map.Optional("type")?.OneOf(SeedWords.InterfaceType) ?? InterfaceType.Secondary;
        var instance = map.Optional("instanceId")?.InstanceId() ?? "";
        var status = map.Optional("status")?.OneOf(SeedWords.InterfaceStatus)
            ?? (instance.Length > 0 ? InterfaceStatus.InUse : InterfaceStatus.Available);
        var needsInstance = type == InterfaceType.Primary
            || status is InterfaceStatus.Attaching or InterfaceStatus.InUse or InterfaceStatus.Detaching;
        if (needsInstance && instance.Length == 0)
            throw map.Error($"instanceId is missing of a {type} interface that is {status}", "Add instanceId.");
        if (status == InterfaceStatus.Available && instance.Length > 0)
            throw map.Error("an interface that is Available has no instance", "Remove instanceId, or write status: InUse.");
        return seed with
        {
            Type = type,
            Status = status,
            InstanceId = instance,
            DeviceIndex = map.Number("deviceIndex", type == InterfaceType.Primary ? 0 : 1, 0, 4095),
            TrunkId = map.Optional("trunkId")?.NetworkInterfaceId() ?? "",
        };
    }

    private static InterfaceSeed ReadPlace(SeedMap map, InterfaceSeed seed) => seed with
    {
        VpcId = map.Optional("vpcId")?.Text(1, 64) ?? Defaults.VpcId,
        VSwitchId = map.Optional("vSwitchId")?.Text(1, 64) ?? Defaults.VSwitchId,
        ZoneId = map.Optional("zoneId")?.Text(1, 64) ?? "",
        SecurityGroupIds = [.. map.List("securityGroupIds").Unique(item => item.Text(1, 64), id => id)],
        PrivateIps = Addresses(map, "privateIps", AddressFamily.InterNetwork, "192.168.0.10"),
        Ipv6Addresses = Addresses(map, "ipv6Addresses", AddressFamily.InterNetworkV6, "2408:4321:180:1701::a"),
        MacAddress = map.Optional("macAddress")?.Text(17, 17, SeedPatterns.MacAddress, "00:16:3e:0d:7b:c2") ?? "",
    };

    private static ImmutableArray<string> Addresses(SeedMap map, string name, AddressFamily family, string example) =>
        [.. map.List(name).Unique(item => Address(item, family, example), text => text)];

    private static string Address(SeedNode node, AddressFamily family, string example)
    {
        var text = node.Text(2, 45, SeedPatterns.IpAddress, example);
        return IPAddress.TryParse(text, out var address) && address.AddressFamily == family
            ? address.ToString()
            : throw node.Error($"'{text}' is no such address", $"Write it like {example}.");
    }
}
