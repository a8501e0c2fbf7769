using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads one change of network interfaces, in a seed or from the control API.</summary>
internal static class InterfaceChangeReader
{
    private static readonly string[] Known = [
        "do", "after", "id", "networkInterface", "instanceId", "trunkId", "deviceIndex", "tags", "untag"];

    internal static InterfaceChange Read(SeedNode node) => Read(Fields(node));

    /// <summary>The fields of a change, and those that the control API has besides.</summary>
    internal static SeedMap Fields(SeedNode node, params string[] more) => node.AsMap([.. more, .. Known]);

    internal static InterfaceChange Read(SeedMap map)
    {
        var verb = map.Required("do").OneOf(SeedWords.InterfaceVerb);
        var created = verb == InterfaceVerb.Create ? InterfaceSeedReader.Read(map.Required("networkInterface")) : null;
        RefuseForeignFields(map, verb);
        return new()
        {
            Verb = verb,
            Id = created?.Id ?? map.Required("id").NetworkInterfaceId(),
            Created = created,
            After = map.Duration("after", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromHours(72)),
            InstanceId = verb == InterfaceVerb.Attach ? map.Required("instanceId").InstanceId() : "",
            TrunkId = map.Optional("trunkId")?.NetworkInterfaceId() ?? "",
            DeviceIndex = map.OptionalNumber("deviceIndex", 0, 4095),
            Tags = map.Tags("tags") ?? new InterfaceChange { Verb = verb, Id = "" }.Tags,
            RemovedTags = [.. map.List("untag").Unique(item => item.Text(1, 128), key => key)],
        };
    }

    /// <summary>A field that the verb does not look at is a mistake, not a wish to ignore.</summary>
    private static void RefuseForeignFields(SeedMap map, InterfaceVerb verb)
    {
        Refuse(map, "networkInterface", verb == InterfaceVerb.Create, "create");
        Refuse(map, "id", verb != InterfaceVerb.Create, "changes of an interface that exists");
        foreach (var field in new[] { "instanceId", "trunkId", "deviceIndex" }) Refuse(map, field, verb == InterfaceVerb.Attach, "attach");
        foreach (var field in new[] { "tags", "untag" }) Refuse(map, field, verb == InterfaceVerb.Tag, "tag");
    }

    private static void Refuse(SeedMap map, string field, bool belongs, string where)
    {
        if (!belongs && map.Optional(field) is { } node) throw node.Error($"belongs to {where}", $"Remove {field}.");
    }
}
