using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Sessions.Manifests;

/// <summary>Reads <c>spec.sourceIds</c>: a set of ENI ids, empty only on purpose.</summary>
internal static class SourceIdsReader
{
    private const string Field = "sourceIds";

    public static IReadOnlyList<string> Read(MapReader spec, bool allowEmpty, ManifestErrors errors)
    {
        if (spec.Value(Field) is null)
        {
            spec.Missing(Field, "List the network interfaces to mirror, eni-….");
            return [];
        }

        if (spec.List(Field) is not { } list) return [];
        CheckCount(spec, list, allowEmpty);
        return ReadIds(spec, list, errors);
    }

    private static void CheckCount(MapReader spec, YamlList list, bool allowEmpty)
    {
        if (list.Items.Count == 0 && !allowEmpty)
            spec.Wrong(
                Field, "the list is empty", "List at least one eni-…, or set spec.safety.allowEmpty: true to let the session be emptied.");
        if (list.Items.Count > SpecLimits.MaxSources)
            spec.Wrong(
                Field, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{list.Items.Count} ids are more than the {SpecLimits.MaxSources} that one object may list"),
                "Split the sources over several sessions.");
    }

    private static List<string> ReadIds(MapReader spec, YamlList list, ManifestErrors errors)
    {
        var ids = new List<string>(list.Items.Count);
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, item) in list.Items.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{spec.PathOf(Field)}[{index}]");
            if (item is not YamlScalar { Text: var id } || !SourceIdSyntax.IsWellFormed(id))
                errors.Add(
                    item.Mark, path, $"must be a network interface id, not {item.Description}",
                    "Write eni- and 1 to 60 lower-case letters and digits.");
            else if (!firstLines.TryAdd(id, item.Mark.Line))
                errors.Add(item.Mark, path, $"{id} is listed twice, first in line {firstLines[id]}", "Remove one of the two.");
            else
                ids.Add(id);
        }

        return ids;
    }
}
