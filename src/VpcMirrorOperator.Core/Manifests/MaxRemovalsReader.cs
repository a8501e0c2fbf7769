using System.Globalization;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads <c>maxRemovals</c>: a count, or a share of what there is.</summary>
internal static class MaxRemovalsReader
{
    private const string Field = "maxRemovals";

    /// <summary>The limit; null when it is absent or wrong.</summary>
    public static IntOrPercent? Read(MapReader reader)
    {
        switch (reader.Value(Field))
        {
            case null:
                return null;
            case YamlScalar scalar when IsCountOrPercent(scalar) && IntOrPercent.TryParse(scalar.Text, out var value):
                return value;
            case var other:
                reader.Wrong(Field, $"must be a count or a percentage, not {other.Description}", "Write for example 10 or \"20%\".");
                return null;
        }
    }

    private static bool IsCountOrPercent(YamlScalar scalar) => YamlScalarKind.Of(scalar) switch
    {
        ScalarKind.Number => int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ScalarKind.Text => scalar.Text.EndsWith('%'),
        _ => false,
    };
}
