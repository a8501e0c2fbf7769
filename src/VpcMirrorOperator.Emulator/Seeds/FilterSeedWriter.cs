using YamlDotNet.RepresentationModel;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Writes one mirror filter with its rules.</summary>
internal static class FilterSeedWriter
{
    internal static YamlNode Write(FilterSeed filter) => new MapWriter()
        .Text("id", filter.Id)
        .Text("name", SeedWords.NotEmpty(filter.Name))
        .Text("description", SeedWords.NotEmpty(filter.Description))
        .Text("status", Status(filter.Status))
        .Text("resourceGroupId", SeedWords.NotEmpty(filter.ResourceGroupId))
        .Text("creationTime", SeedTags.Text(filter.CreationTime))
        .Map("tags", SeedTags.Node(filter.Tags))
        .List("ingressRules", Rules(filter, TrafficDirection.Ingress))
        .List("egressRules", Rules(filter, TrafficDirection.Egress))
        .Duration("createdIn", filter.CreatedIn)
        .Pending(filter.Pending, update => new MapWriter().Text("name", update.Name).Text("description", update.Description)).Node;

    private static List<YamlNode> Rules(FilterSeed filter, TrafficDirection direction) =>
        [.. filter.Rules.Where(rule => rule.Direction == direction).Select(Rule)];

    private static YamlNode Rule(RuleSeed rule) => Values(new MapWriter().Text("id", rule.Id), AsUpdate(rule))
        .Text("ipVersion", rule.IpVersion == IpVersion.IPv4 ? null : rule.IpVersion.ToString())
        .Text("status", Status(rule.Status))
        .Duration("createdIn", rule.CreatedIn)
        .Pending(rule.Pending, update => Values(new MapWriter(), update)).Node;

    private static RuleUpdate AsUpdate(RuleSeed rule) => new()
    {
        Priority = rule.Priority, Action = rule.Action, Protocol = rule.Protocol,
        SourceCidrBlock = rule.SourceCidrBlock, DestinationCidrBlock = rule.DestinationCidrBlock,
        SourcePortRange = Some(rule.SourcePortRange), DestinationPortRange = Some(rule.DestinationPortRange),
    };

    private static MapWriter Values(MapWriter map, RuleUpdate update) => map
        .Number("priority", update.Priority, null)
        .Text("action", update.Action is { } action ? SeedWords.Text(action) : null)
        .Text("protocol", update.Protocol is { } protocol ? SeedWords.Text(protocol) : null)
        .Text("sourceCidrBlock", update.SourceCidrBlock?.ToString())
        .Text("destinationCidrBlock", update.DestinationCidrBlock?.ToString())
        .Text("sourcePortRange", update.SourcePortRange?.ToString())
        .Text("destinationPortRange", update.DestinationPortRange?.ToString());

    private static PortRange? Some(PortRange ports) => ports == PortRange.All ? null : ports;

    private static string? Status(FilterStatus status) => status == FilterStatus.Created ? null : status.ToString();
}
