using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>One node of a seed, with the path and line that an error about it names.</summary>
internal sealed record SeedNode(YamlNode Yaml, string Field, string Source)
{
    internal EmulatorSeedException Error(string problem, string remedy) => new(Source, Yaml.Start.Line, Field, problem, remedy);

    /// <summary>The fields of a mapping. Any that is not among <paramref name="known"/> is refused.</summary>
    internal SeedMap AsMap(params string[] known)
    {
        if (Yaml is not YamlMappingNode mapping)
        {
            throw Error("must be a mapping", known.Length == 0
                ? "Write it as 'key: value' lines."
                : $"Give fields, one a line: {string.Join(", ", known)}.");
        }

        var map = new SeedMap(this, mapping);
        map.RefuseOthersThan(known);
        return map;
    }

    internal IReadOnlyList<SeedNode> AsList() => Yaml is YamlSequenceNode sequence
        ? [.. sequence.Children.Select((child, index) => new SeedNode(child, $"{Field}[{index}]", Source))]
        : throw Error("must be a list", "Write the items as '- item' lines or as [a, b].");

    /// <summary>A string. What YAML takes for a number, a boolean or null is refused, as the schema does. The error does
    /// not repeat it, for it may be a secret.</summary>
    internal string AsText()
    {
        if (Yaml is not YamlScalarNode scalar) throw Error("must be a string", "Give one value.");
        return IsPlain(scalar) && PlainScalar.IsNotText(scalar.Value ?? "")
            ? throw Error("must be a string, but YAML reads a number, a boolean or null", "Put it in quotes, or remove the field.")
            : scalar.Value ?? "";
    }

    /// <summary>The value of a boolean or number as it is written.</summary>
    internal string AsPlain(string remedy) => Yaml is YamlScalarNode { Value: { } value } scalar && IsPlain(scalar)
        ? value
        : throw Error("has the wrong type", remedy);

    private static bool IsPlain(YamlScalarNode scalar) => scalar.Style is ScalarStyle.Plain or ScalarStyle.Any;
}
