using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads and writes the new values of an unfinished update of a session.</summary>
internal static class SessionUpdateReader
{
    private static readonly string[] Fields = [
        "name", "description", "targetId", "targetType", "filterId", "priority", "virtualNetworkId", "packetLength", "enabled"];

    internal static SessionUpdate Read(SeedNode node)
    {
        var map = node.AsMap(Fields);
        return new()
        {
            Name = map.Optional("name")?.Text(1, 128),
            Description = map.Optional("description")?.Text(1, 256),
            TargetId = map.Optional("targetId")?.Text(1, 128),
            TargetType = map.Optional("targetType")?.OneOf(SeedWords.TargetType),
            FilterId = map.Optional("filterId")?.Text(1, 128),
            Priority = map.OptionalNumber("priority", 1, 32766),
            VirtualNetworkId = map.OptionalNumber("virtualNetworkId", 0, 16777215),
            PacketLength = map.OptionalNumber("packetLength", 64, 8500),
            Enabled = map.Optional("enabled")?.Flag(),
        };
    }

    internal static MapWriter Write(SessionUpdate update)
    {
        var map = new MapWriter()
            .Text("name", update.Name)
            .Text("description", update.Description)
            .Text("targetId", update.TargetId)
            .Text("targetType", update.TargetType)
            .Text("filterId", update.FilterId)
            .Number("priority", update.Priority, null)
            .Number("virtualNetworkId", update.VirtualNetworkId, null)
            .Number("packetLength", update.PacketLength, null);
        return update.Enabled is { } enabled ? map.Flag("enabled", enabled, !enabled) : map;
    }
}
