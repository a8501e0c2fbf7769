using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>Builds a YAML mapping field by field, leaving out what is null, empty or at its default.</summary>
internal sealed class MapWriter
{
    internal YamlMappingNode Node { get; } = new();

    internal MapWriter Set(string name, YamlNode value)
    {
        Node.Add(Text(name), value);
        return this;
    }

    internal MapWriter Map(string name, YamlMappingNode value) => value.Children.Count == 0 ? this : Set(name, value);

    internal MapWriter Text(string name, string? value) => value is null ? this : Set(name, Text(value));

    internal MapWriter Number(string name, int? value, int? fallback) => value == fallback || value is not { } number
        ? this
        : Set(name, new YamlScalarNode(number.ToString(CultureInfo.InvariantCulture)));

    internal MapWriter Flag(string name, bool value, bool fallback) =>
        value == fallback ? this : Set(name, new YamlScalarNode(value ? "true" : "false"));

    internal MapWriter Duration(string name, TimeSpan? value, TimeSpan? fallback = null) =>
        value == fallback || value is not { } duration ? this : Text(name, DurationText.Format(duration));

    internal MapWriter List(string name, IReadOnlyCollection<string> values) =>
        values.Count == 0 ? this : Set(name, List(values));

    internal MapWriter List(string name, IReadOnlyCollection<YamlNode> values) =>
        values.Count == 0 ? this : Set(name, new YamlSequenceNode(values));

    internal static YamlSequenceNode List(IEnumerable<string> values) => new(values.Select(Text));

    /// <summary>Quotes what would be read as a number, a boolean or nothing.</summary>
    internal static YamlScalarNode Text(string value) =>
        new(value) { Style = PlainScalar.IsNotText(value) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any };
}
