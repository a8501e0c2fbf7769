using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Policies.Manifests;

/// <summary>Reads label selectors.</summary>
internal static class LabelSelectorReader
{
    private const int MaxTerms = 32;

    /// <summary>The selector; null when it is absent.</summary>
    public static LabelSelector? Read(MapReader parent, string field, ManifestErrors errors)
    {
        if (parent.Map(field) is not { } map) return null;
        var reader = new MapReader(map, parent.PathOf(field), errors, ["matchLabels", "matchExpressions"]);
        return new LabelSelector
        {
            MatchLabels = reader.Value("matchLabels") is null ? null : reader.Texts("matchLabels"),
            MatchExpressions = reader.Value("matchExpressions") is null
                ? null
                : ListReader.Maps(reader, "matchExpressions", MaxTerms, (term, path) => ReadTerm(term, path, errors), errors),
        };
    }

    private static LabelRequirement? ReadTerm(YamlMap map, string path, ManifestErrors errors)
    {
        var reader = new MapReader(map, path, errors, ["key", "operator", "values"]);
        var key = reader.RequiredText("key", "Name the label.");
        if (reader.Value("operator") is null) reader.Missing("operator", "Write In, NotIn, Exists or DoesNotExist.");
        var (kind, values) = (reader.Choice<LabelOperator>("operator"),
            ListReader.Texts(reader, "values", MaxTerms, _ => true, "", errors));
        return key is null || kind is not { } known ? null : new LabelRequirement { Key = key, Operator = known, Values = values ?? [] };
    }
}
