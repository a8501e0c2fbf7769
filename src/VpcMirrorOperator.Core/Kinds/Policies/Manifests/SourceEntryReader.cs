using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Policies.Selection;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Policies.Manifests;

/// <summary>Reads the entries of <c>sources</c> and <c>exclude</c>.</summary>
internal static class SourceEntryReader
{
    private static readonly string[] Members = ["networkInterfaceIds", "networkInterfaces", "pods", "nodes"];
    private static readonly string[] Attributes = ["tags", "vpcId", "vSwitchIds", "securityGroupId", "resourceGroupId", "types"];

    /// <summary>All entries of a field.</summary>
    public static IReadOnlyList<SourceEntry> Read(MapReader spec, string field, ManifestErrors errors) =>
        ListReader.Maps(spec, field, PolicyBounds.MaxEntries, (map, path) => Read(map, path, errors), errors);

    private static SourceEntry Read(YamlMap map, string path, ManifestErrors errors)
    {
        var (before, reader) = (errors.Count, new MapReader(map, path, errors, Members));
        var entry = new SourceEntry
        {
            NetworkInterfaceIds = ListReader.Texts(
                reader, "networkInterfaceIds", PolicyBounds.MaxIds, SourceIdSyntax.IsWellFormed,
                "Write eni- and 1 to 60 lower-case letters and digits.", errors),
            NetworkInterfaces = ReadAttributes(reader, errors),
            Pods = ReadPods(reader, errors),
            Nodes = ReadNodes(reader, errors),
        };
        // What is half read has its own errors already.
        if (errors.Count == before && EntryRules.Fault(entry) is { } fault) errors.Add(map.Mark, path, "is not one selector", fault);
        return entry;
    }

    private static InterfaceSource? ReadAttributes(MapReader entry, ManifestErrors errors)
    {
        if (entry.Map("networkInterfaces") is not { } map) return null;
        var reader = new MapReader(map, entry.PathOf("networkInterfaces"), errors, Attributes);
        return new InterfaceSource
        {
            Tags = reader.Value("tags") is null ? null : reader.Texts("tags"),
            VpcId = reader.Text("vpcId"),
            VSwitchIds = ListReader.Texts(
                reader, "vSwitchIds", PolicyBounds.MaxVSwitches, text => text.StartsWith("vsw-", StringComparison.Ordinal),
                "Write the id as the console shows it, vsw-….", errors),
            SecurityGroupId = reader.Text("securityGroupId"),
            ResourceGroupId = DescribedText.ReadGroup(reader),
            Types = ListReader.Texts(
                reader, "types", 4, text => Enum.GetNames<InterfaceType>().Contains(text),
                $"Allowed values: {string.Join(", ", Enum.GetNames<InterfaceType>())}.", errors)?.Select(Enum.Parse<InterfaceType>).ToList(
                    ),
        };
    }

    private static PodSource? ReadPods(MapReader entry, ManifestErrors errors)
    {
        if (entry.Map("pods") is not { } map) return null;
        var reader = new MapReader(map, entry.PathOf("pods"), errors, ["podSelector", "namespaceSelector"]);
        return new PodSource
        {
            PodSelector = LabelSelectorReader.Read(reader, "podSelector", errors),
            NamespaceSelector = LabelSelectorReader.Read(reader, "namespaceSelector", errors),
        };
    }

    private static NodeSource? ReadNodes(MapReader entry, ManifestErrors errors)
    {
        if (entry.Map("nodes") is not { } map) return null;
        var reader = new MapReader(map, entry.PathOf("nodes"), errors, ["nodeSelector", "interfaces"]);
        if (reader.Value("nodeSelector") is null)
            reader.Missing("nodeSelector", "Select nodes by their labels; {} selects all nodes.");
        return new NodeSource
        {
            NodeSelector = LabelSelectorReader.Read(reader, "nodeSelector", errors) ?? new LabelSelector(),
            Interfaces = reader.Choice<NodeInterfaces>("interfaces"),
        };
    }
}
