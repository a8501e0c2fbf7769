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

    private static readonly SortedDictionary<string, ChangeVerb> Verbs = new(StringComparer.Ordinal)
    {
        ["add"] = ChangeVerb.Add,
        ["remove"] = ChangeVerb.Remove,
        ["update"] = ChangeVerb.Update,
        ["delete"] = ChangeVerb.Delete,
    };

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
        var map = node.AsMap([.. Verbs.Keys, "modifyingIn", "endsIn"]);
        var given = Verbs.Where(verb => map.Has(verb.Key)).ToList();
        if (given.Count != 1)
            throw map.Error("needs exactly one of add, remove, update and delete", "Give the change under one of the four.");
        var (name, verb) = given[0];
        if (verb == ChangeVerb.Delete && !map.Flag("delete", true))
            throw map.Required("delete").Error("must be true", "Write delete: true, or another change.");
        var (modifyingIn, endsIn) = PendingUpdateReader.Times(map);
        return new(verb, verb is ChangeVerb.Add or ChangeVerb.Remove ? [.. map.List(name).NetworkInterfaceIds()] : [], modifyingIn, endsIn)
        {
            Update = verb == ChangeVerb.Update ? SessionUpdateReader.Read(map.Required("update")) : null,
        };
    }
}
