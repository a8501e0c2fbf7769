using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>What the API server checks of a field, in words.</summary>
internal static class FieldRules
{
    private static readonly (string Keyword, string Words)[] Bounds =
    [
        ("minimum", "at least {0}"), ("maximum", "at most {0}"), ("maxLength", "at most {0} characters"), ("maxItems", "at most {0} items"),
        ("pattern", "`{0}`"),
    ];

    public static IEnumerable<string> Of(YamlMappingNode field, bool isRequired)
    {
        if (isRequired) yield return "required";
        if (field.Children.TryGetValue("enum", out var values))
            yield return string.Join(", ", ((YamlSequenceNode)values).Select(value => $"`{value}`"));
        var item = field.Children.TryGetValue("items", out var items) ? (YamlMappingNode)items : null;
        foreach (var (keyword, words) in Bounds)
        {
            if (field.Children.TryGetValue(keyword, out var bound)) yield return string.Format(null, words, bound);
            if (item is not null && item.Children.TryGetValue(keyword, out var each))
                yield return "each " + string.Format(null, words, each);
        }

        if (!field.Children.TryGetValue("x-kubernetes-validations", out var rules)) yield break;
        foreach (var rule in (YamlSequenceNode)rules) yield return rule["message"].ToString();
    }
}
