using System.Globalization;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Sessions.Manifests;

/// <summary>Reads <c>spec.safety</c>.</summary>
internal static class SafetyReader
{
    private static readonly string[] Known = ["allowEmpty", "maxRemovals", "minSources", "removalWindow"];

    public static SafetySpec? Read(MapReader spec, ManifestErrors errors)
    {
        if (spec.Map("safety") is not { } map) return null;
        var reader = new MapReader(map, spec.PathOf("safety"), errors, Known);
        return new SafetySpec
        {
            AllowEmpty = reader.Boolean("allowEmpty"),
            MaxRemovals = MaxRemovalsReader.Read(reader),
            MinSources = ReadMinSources(reader),
            RemovalWindow = ReadRemovalWindow(reader),
        };
    }

    private static int? ReadMinSources(MapReader reader)
    {
        const string field = "minSources";
        switch (reader.Value(field))
        {
            case null:
                return null;
            case YamlScalar scalar when YamlScalarKind.Of(scalar) == ScalarKind.Number
                && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count <= SpecLimits.MaxSources:
                return count;
            case var other:
                reader.Wrong(field, $"must be a count, not {other.Description}", $"Write a number from 0 to {SpecLimits.MaxSources}.");
                return null;
        }
    }

    private static TimeSpan? ReadRemovalWindow(MapReader reader)
    {
        const string field = "removalWindow";
        if (reader.Text(field) is not { } text) return null;
        if (GoDuration.TryParse(text, out var window) && window <= SpecLimits.MaxRemovalWindow) return window;
        reader.Wrong(
            field, $"\"{text}\" is not a duration of at most {GoDuration.Format(SpecLimits.MaxRemovalWindow)}",
            "Write for example 30m or 1h, or 0s to count each plan by itself.");
        return null;
    }
}
