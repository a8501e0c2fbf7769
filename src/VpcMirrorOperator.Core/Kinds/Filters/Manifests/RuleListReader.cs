using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Filters.Manifests;

/// <summary>Reads the rules of one direction: a map by priority.</summary>
internal static class RuleListReader
{
    /// <summary>The rules; null when the direction is absent, and so not managed.</summary>
    public static IReadOnlyList<RuleSpec>? Read(MapReader spec, string field, ManifestErrors errors)
    {
        if (spec.List(field) is not { } list) return null;
        if (list.Items.Count > FilterLimits.MaxRules)
            spec.Wrong(
                field, string.Create(
                    CultureInfo.InvariantCulture, $"{list.Items.Count} rules are more than the {FilterLimits.MaxRules} that one object "
                        + $"may list"),
                "A filter has 20 rules in both directions together, unless its quota was raised.");
        var rules = new List<RuleSpec>(list.Items.Count);
        var firstLines = new Dictionary<int, int>();
        foreach (var (index, item) in list.Items.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{spec.PathOf(field)}[{index}]");
            if (item is not YamlMap map)
                errors.Add(item.Mark, path, $"must be a mapping, not {item.Description}", "Write priority, action and what the rule "
                    + "matches.");
            else if (RuleReader.Read(map, path, errors) is { } rule)
            {
                if (firstLines.TryAdd(rule.Priority, item.Mark.Line)) rules.Add(rule);
                else
                    errors.Add(
                        item.Mark, path + ".priority",
                        string.Create(CultureInfo.InvariantCulture, $"{rule.Priority} is there twice, first in line "
                            + $"{firstLines[rule.Priority]}"),
                        "Give each rule of a direction a number of its own.");
            }
        }

        return rules;
    }
}
