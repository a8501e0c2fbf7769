using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>The fields of one mapping.</summary>
internal sealed class SeedMap(SeedNode self, YamlMappingNode mapping)
{
    internal SeedNode? Optional(string name) =>
        mapping.Children.TryGetValue(new YamlScalarNode(name), out var node) ? new SeedNode(node, Path(name), self.Source) : null;

    internal SeedNode Required(string name) =>
        Optional(name) ?? throw self.Error($"{name} is missing", $"Add the field {name}.");

    internal bool Has(string name) => Optional(name) is not null;

    internal IReadOnlyList<SeedNode> List(string name) => Optional(name)?.AsList() ?? [];

    internal IEnumerable<SeedNode> Keys => mapping.Children.Keys.Select(key => new SeedNode(key, Path(key.ToString()), self.Source));

    internal EmulatorSeedException Error(string problem, string remedy) => self.Error(problem, remedy);

    internal void RefuseOthersThan(string[] known)
    {
        if (known.Length == 0) return;
        foreach (var key in Keys)
        {
            var name = key.Yaml is YamlScalarNode { Value: { } text } ? text : "";
            if (!known.Contains(name, StringComparer.Ordinal))
                throw key.Error("unknown field", NearWord.Remedy(name, known, "Known fields here"));
        }
    }

    private string Path(string name) => self.Field.Length == 0 ? name : $"{self.Field}.{name}";
}
