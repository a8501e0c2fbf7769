using System.Collections.Immutable;
using System.Globalization;
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
            CreationTime = map.Optional("creationTime") is { } time ? ReadTime(time) : Defaults.CreationTime,
            Tags = map.Optional("tags") is { } tags ? ReadTags(tags) : Defaults.Tags,
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

    private static DateTimeOffset ReadTime(SeedNode node)
    {
        var text = node.Text(17, 17, SeedPatterns.CreationTime, "2023-09-05T15:26Z");
        return DateTimeOffset.TryParseExact(
                text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw node.Error($"'{text}' is not a date", "Write it like 2023-09-05T15:26Z.");
    }

    private static ImmutableSortedDictionary<string, string> ReadTags(SeedNode node)
    {
        var map = node.AsMap();
        var keys = map.Keys.Select(key => key.Yaml.ToString()).ToList();
        return keys.Count <= 20
            ? keys.ToImmutableSortedDictionary(key => key, key => map.Required(key).Text(0, 128), StringComparer.Ordinal)
            : throw node.Error($"has {keys.Count} tags", "Give at most 20.");
    }

    private static PendingSeed ReadPending(SeedNode node)
    {
        var map = node.AsMap("add", "remove", "modifyingIn", "endsIn");
        if (map.Has("add") == map.Has("remove"))
            throw map.Error("needs exactly one of add and remove", "Give the ids under one of the two.");
        var verb = map.Has("add") ? ChangeVerb.Add : ChangeVerb.Remove;
        var ids = map.List(verb == ChangeVerb.Add ? "add" : "remove").NetworkInterfaceIds();
        var modifyingIn = map.Duration("modifyingIn", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(24));
        var endsIn = map.Required("endsIn");
        return new(verb, [.. ids], modifyingIn, endsIn.Duration(modifyingIn, TimeSpan.FromHours(72)));
    }
}
