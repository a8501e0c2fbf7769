using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Reads one mirror filter.</summary>
internal static class FilterSeedReader
{
    private static readonly FilterSeed Defaults = new() { Id = "" };

    private static readonly string[] Fields = [
        "id", "name", "description", "status", "resourceGroupId", "creationTime", "tags", "ingressRules", "egressRules", "createdIn",
        "pending"];

    internal static FilterSeed Read(SeedNode node)
    {
        var map = node.AsMap(Fields);
        return new()
        {
            Id = map.Required("id").FilterId(),
            Name = map.Optional("name")?.Text(1, 128) ?? "",
            Description = map.Optional("description")?.Text(1, 256) ?? "",
            Status = map.Optional("status")?.OneOf(SeedWords.FilterStatus) ?? FilterStatus.Created,
            ResourceGroupId = map.Optional("resourceGroupId")?.Text(1, 64) ?? "",
            CreationTime = map.Time("creationTime") ?? Defaults.CreationTime,
            Tags = map.Tags("tags") ?? Defaults.Tags,
            Rules = [.. Rules(map, "ingressRules", TrafficDirection.Ingress), .. Rules(map, "egressRules", TrafficDirection.Egress)],
            CreatedIn = map.Optional("createdIn")?.Duration(TimeSpan.Zero, TimeSpan.FromHours(72)),
            Pending = map.Pending(ReadUpdate),
        };
    }

    private static List<RuleSeed> Rules(SeedMap map, string name, TrafficDirection direction)
    {
        var rules = map.List(name).Unique(node => RuleSeedReader.Read(node, direction), rule => rule.Id);
        var twice = rules.CountBy(rule => rule.Priority).FirstOrDefault(count => count.Value > 1);
        return twice.Value <= 1
            ? rules
            : throw map.Error($"{name} holds priority {twice.Key} twice", "Give each rule of a direction its own priority.");
    }

    private static FilterUpdate ReadUpdate(SeedNode node)
    {
        var map = node.AsMap("name", "description");
        return new(map.Optional("name")?.Text(1, 128), map.Optional("description")?.Text(1, 256));
    }
}
