using YamlDotNet.RepresentationModel;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Writes one network interface, or one change of them.</summary>
internal static class InterfaceSeedWriter
{
    private static readonly InterfaceSeed Defaults = new() { Id = "" };

    internal static YamlNode Write(InterfaceSeed s) => new MapWriter()
        .Text("id", s.Id)
        .Text("name", SeedWords.NotEmpty(s.Name))
        .Text("description", SeedWords.NotEmpty(s.Description))
        .Text("type", s.Type == Defaults.Type ? null : s.Type.ToString())
        .Text("status", s.Status.ToString())
        .Duration("settlesIn", s.SettlesIn)
        .Text("instanceId", SeedWords.NotEmpty(s.InstanceId))
        .Number("deviceIndex", s.DeviceIndex, s.Type == InterfaceType.Primary ? 0 : 1)
        .Text("trunkId", SeedWords.NotEmpty(s.TrunkId))
        .Text("vpcId", s.VpcId)
        .Text("vSwitchId", s.VSwitchId)
        .Text("zoneId", SeedWords.NotEmpty(s.ZoneId))
        .List("securityGroupIds", s.SecurityGroupIds)
        .List("privateIps", s.PrivateIps)
        .List("ipv6Addresses", s.Ipv6Addresses)
        .Text("macAddress", SeedWords.NotEmpty(s.MacAddress))
        .Map("tags", SeedTags.Node(s.Tags))
        .Text("resourceGroupId", SeedWords.NotEmpty(s.ResourceGroupId))
        .Flag("serviceManaged", s.ServiceManaged, false)
        .Text("creationTime", SeedTags.Text(s.CreationTime)).Node;

    internal static YamlNode Write(InterfaceChange change)
    {
        var map = new MapWriter().Text("do", SeedWords.CamelCase(change.Verb.ToString()));
        if (change.Created is { } created) map.Set("networkInterface", Write(created));
        else map.Text("id", change.Id);
        return map
            .Duration("after", change.After, TimeSpan.Zero)
            .Text("instanceId", SeedWords.NotEmpty(change.InstanceId))
            .Text("trunkId", SeedWords.NotEmpty(change.TrunkId))
            .Number("deviceIndex", change.DeviceIndex, null)
            .Map("tags", SeedTags.Node(change.Tags))
            .List("untag", change.RemovedTags).Node;
    }
}
