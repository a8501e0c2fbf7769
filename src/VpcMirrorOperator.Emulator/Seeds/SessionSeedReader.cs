using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads one mirror session.</summary>
internal static class SessionSeedReader
{
    private static readonly SessionSeed Defaults = new() { Id = "" };

    private static readonly string[] Fields = [
        "id", "name", "description", "status", "businessStatus", "enabled", "targetId", "targetType", "filterId", "priority",
        "virtualNetworkId", "packetLength", "resourceGroupId", "creationTime", "tags", "sources", "createdIn", "pending"];

    internal static SessionSeed Read(SeedNode node)
    {
        var map = node.AsMap(Fields);
        return ReadTarget(map, new() { Id = map.Required("id").SessionId() }) with
        {
            Name = map.Optional("name")?.Text(1, 128) ?? "",
            Description = map.Optional("description")?.Text(1, 256) ?? "",
            Status = map.Optional("status")?.OneOf(SeedWords.SessionStatus) ?? SessionStatus.Created,
            BusinessStatus = map.Optional("businessStatus")?.OneOf(SeedWords.BusinessStatus) ?? BusinessStatus.Normal,
            Enabled = map.Flag("enabled", Defaults.Enabled),
            ResourceGroupId = map.Optional("resourceGroupId")?.Text(1, 64) ?? "",
            CreationTime = map.Time("creationTime") ?? Defaults.CreationTime,
            Tags = map.Tags("tags") ?? Defaults.Tags,
            Sources = map.List("sources").NetworkInterfaceIds(),
            CreatedIn = map.Optional("createdIn")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(72)),
            Pending = map.Optional("pending") is { } pending ? ReadPending(pending) : null,
        };
    }

    private static SessionSeed ReadTarget(SeedMap map, SessionSeed seed) => seed with
    {
        TargetId = map.Optional("targetId")?.Text(1, 128) ?? Defaults.TargetId,
        TargetType = map.Optional("targetType")?.OneOf(SeedWords.TargetType) ?? Defaults.TargetType,
        FilterId = map.Optional("filterId")?.Text(1, 128) ?? Defaults.FilterId,
        Priority = map.Number("priority", Defaults.Priority, 1, 32766),
        VirtualNetworkId = map.Number("virtualNetworkId", Defaults.VirtualNetworkId, 0, 16777215),
        PacketLength = map.Number("packetLength", Defaults.PacketLength, 64, 8500),
    };

    private static PendingSeed ReadPending(SeedNode node)
    {
        var map = node.AsMap("add", "remove", "modifyingIn", "endsIn");
        if (map.Has("add") == map.Has("remove"))
            throw map.Error("needs exactly one of add and remove", "Give the ids under one of the two.");
        var verb = map.Has("add") ? ChangeVerb.Add : ChangeVerb.Remove;
        var ids = map.List(verb == ChangeVerb.Add ? "add" : "remove").NetworkInterfaceIds();
        var (modifyingIn, endsIn) = PendingUpdateReader.Times(map);
        return new(verb, [.. ids], modifyingIn, endsIn);
    }
}
