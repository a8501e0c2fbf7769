using System.Globalization;
using System.Text.RegularExpressions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Engine.Tenancy;

/// <summary>Reads what the allow-list gives to one namespace.</summary>
internal static class RightsReader
{
    private static readonly string[] Later = ["select"];
    private static readonly string[] Known = ["regions", "sessions", "targets", .. Later];

    /// <summary>The rights; what is wrong with them goes to the errors.</summary>
    public static NamespaceRights Read(YamlMap map, string path, ManifestErrors errors)
    {
        var reader = new MapReader(map, path, errors, Known);
        foreach (var field in Later.Where(field => map.Find(field) is not null))
            reader.Wrong(
                field, "this release does not know it: it selects nothing",
                "Remove it, or run a release whose documentation names it.");
        return new NamespaceRights(
            Ids(reader, "regions", IdPatterns.Region(), "a region such as cn-hangzhou", errors),
            Ids(reader, "sessions", IdPatterns.Session(), "a session id, tms-…", errors),
            reader.Value("targets") is null ? [] : Ids(reader, "targets", IdPatterns.Target(), "a target id such as eni-…", errors));
    }

    private static List<string> Ids(MapReader reader, string field, Regex pattern, string what, ManifestErrors errors)
    {
        var ids = new List<string>();
        if (reader.Value(field) is null) reader.Missing(field, $"List each {what["a ".Length..]}, or write [\"*\"] for all.");
        if (reader.List(field) is not { } list) return ids;
        if (list.Items.Count == 0) reader.Wrong(field, "the list is empty, so nothing is allowed", "Remove the namespace to say so.");
        foreach (var (index, item) in list.Items.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{reader.PathOf(field)}[{index}]");
            if (item is not YamlScalar { Text: var id } || !(id == NamespaceRights.Any || pattern.IsMatch(id)))
                errors.Add(item.Mark, path, $"must be {what}, not {item.Description}", "Write the id, or [\"*\"] for all.");
            else if (ids.Contains(id))
                errors.Add(item.Mark, path, $"{id} is listed twice", "Remove one of the two.");
            else ids.Add(id);
        }

        if (ids.Count > 1 && ids.Contains(NamespaceRights.Any))
            reader.Wrong(field, "\"*\" stands for all and stands beside others", "Write [\"*\"] alone, or only the others.");
        return ids;
    }
}
