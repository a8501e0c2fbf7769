using System.Text;
using VpcMirrorOperator.TestSupport;
using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>The page of all fields, made from the resource definitions.</summary>
internal static class ApiReference
{
    /// <param name="files">Names of the CustomResourceDefinitions in <c>config/crd</c>, one for each kind.</param>
    public static string Of(IReadOnlyList<string> files)
    {
        var links = string.Join(", ", files.Select(file => $"[the resource definition](../config/crd/{file})"));
        var page = new StringBuilder($"""
            # API reference

            Made from {links} by a test; do not edit. What the fields are for, with
            examples, is in [concepts](concepts.md); what a reason means is in [reasons](reasons.md).

            """);
        foreach (var file in files) Kind(page, File.ReadAllText(Repository.PathOf("config", "crd", file)));
        return page.ToString();
    }

    private static void Kind(StringBuilder page, string definition)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(definition));
        var spec = (YamlMappingNode)stream.Documents[0].RootNode["spec"];
        foreach (var version in ((YamlSequenceNode)spec["versions"]).Children.Cast<YamlMappingNode>())
        {
            var schema = (YamlMappingNode)version["schema"]["openAPIV3Schema"];
            page.Append($"\n## {spec["names"]["kind"]}, {spec["group"]}/{version["name"]}\n\n{schema["description"]}\n");
            foreach (var part in new[] { "spec", "status" })
            {
                var fields = (YamlMappingNode)schema["properties"][part];
                page.Append($"\n### {part}\n\n{fields["description"]}\n\n| field | type | rules | meaning |\n|---|---|---|---|\n");
                Rows(page, fields, "");
            }
        }
    }

    private static void Rows(StringBuilder page, YamlMappingNode schema, string prefix)
    {
        var required = Text(schema, "required") is null ? []
            : ((YamlSequenceNode)schema["required"]).Select(node => node.ToString()).ToHashSet();
        if (!schema.Children.TryGetValue("properties", out var properties)) return;
        foreach (var (key, value) in ((YamlMappingNode)properties).Children)
        {
            var (name, field) = (key.ToString(), (YamlMappingNode)value);
            var rules = FieldRules.Of(field, required.Contains(name));
            page.Append(
                $"| `{prefix}{name}` | {TypeOf(field)} | {Cell(string.Join("; ", rules))} | {Cell(Text(field, "description") ?? "")} |\n");
            Rows(page, field, $"{prefix}{name}.");
            if (field.Children.TryGetValue("items", out var items)) Rows(page, (YamlMappingNode)items, $"{prefix}{name}[].");
        }
    }

    private static string TypeOf(YamlMappingNode field)
    {
        if (field.Children.ContainsKey("x-kubernetes-int-or-string")) return "integer or string";
        var type = Text(field, "type") ?? "any";
        if (type == "array") return (Text(field, "x-kubernetes-list-type") ?? "list") + " of " + TypeOf((YamlMappingNode)field["items"]);
        return Text(field, "format") == "date-time" ? "time" : type;
    }

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? value.ToString() : null;

    private static string Cell(string text) => text.Replace("|", @"\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
