using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Policies.Manifests;

/// <summary>Reads <c>sessionTemplate</c>.</summary>
internal static class SessionTemplateReader
{
    private static readonly string[] Known = ["namePrefix", "priorities", "packetLength", "enabled", "tags", "resourceGroupId"];

    /// <summary>The template.</summary>
    public static SessionTemplate Read(MapReader spec, ManifestErrors errors)
    {
        const string remedy = "Give priorities: {from: …, to: …}, one number for each session.";
        if (spec.Map("sessionTemplate") is not { } map)
        {
            if (spec.Value("sessionTemplate") is null) spec.Missing("sessionTemplate", remedy);
            return new SessionTemplate { Priorities = new PriorityRange(1, 1) };
        }

        var reader = new MapReader(map, spec.PathOf("sessionTemplate"), errors, Known);
        if (reader.Value("priorities") is null) reader.Missing("priorities", remedy);
        return new SessionTemplate
        {
            NamePrefix = DescribedText.Read(reader, "namePrefix", PolicyBounds.MaxNamePrefix),
            Priorities = ReadRange(reader, errors),
            PacketLength = NumberReader.Read(reader, "packetLength", SpecLimits.MinPacketLength, SpecLimits.MaxPacketLength),
            Enabled = reader.Boolean("enabled"),
            Tags = TagsReader.Read(reader),
            ResourceGroupId = DescribedText.ReadGroup(reader),
        };
    }

    private static PriorityRange ReadRange(MapReader template, ManifestErrors errors)
    {
        if (template.Map("priorities") is not { } map) return new PriorityRange(1, 1);
        var reader = new MapReader(map, template.PathOf("priorities"), errors, ["from", "to"]);
        if (reader.Value("from") is null) reader.Missing("from", "Write the lowest number, 1 or more.");
        if (reader.Value("to") is null) reader.Missing("to", $"Write the highest number, at most {SpecLimits.MaxPriority}.");
        var (from, to) = (NumberReader.Read(reader, "from", 1, SpecLimits.MaxPriority),
            NumberReader.Read(reader, "to", 1, SpecLimits.MaxPriority));
        if (from > to) reader.Wrong("to", $"{to} is below {from}", "Write to not below from.");
        return new PriorityRange(from ?? 1, to ?? 1);
    }
}
