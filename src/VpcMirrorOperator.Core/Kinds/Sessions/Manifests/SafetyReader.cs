using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Sessions.Manifests;

/// <summary>Reads <c>spec.safety</c>.</summary>
internal static class SafetyReader
{
    private static readonly string[] Known = ["allowEmpty", "maxRemovals"];

    public static SafetySpec? Read(MapReader spec, ManifestErrors errors)
    {
        if (spec.Map("safety") is not { } map) return null;
        var reader = new MapReader(map, spec.PathOf("safety"), errors, Known);
        return new SafetySpec { AllowEmpty = reader.Boolean("allowEmpty"), MaxRemovals = ReadMaxRemovals(reader) };
    }

    private static IntOrPercent? ReadMaxRemovals(MapReader reader)
    {
        const string field = "maxRemovals";
        switch (reader.Value(field))
        {
            case null:
                return null;
            case YamlScalar scalar when IsCountOrPercent(scalar) && IntOrPercent.TryParse(scalar.Text, out var value):
                return value;
            case var other:
                reader.Wrong(field, $"must be a count or a percentage, not {other.Description}", "Write for example 10 or \"20%\".");
                return null;
        }
    }

    /// <summary>A quoted number is refused as the CRD's schema refuses it: it takes integers and strings that end in %.</summary>
    private static bool IsCountOrPercent(YamlScalar scalar) => YamlScalarKind.Of(scalar) switch
    {
        ScalarKind.Number => int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        ScalarKind.Text => scalar.Text.EndsWith('%'),
        _ => false,
    };
}
