using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Engine.Tenancy;

/// <summary>
/// Reads the allow-list strictly: one YAML mapping with <c>namespaces</c>, and for each namespace <c>regions</c> and <c>sessions</c>. Pure.
/// What a later release may say there is refused by this one: a list that is half understood protects nobody.
/// </summary>
internal static class TenancyList
{
    private const string Namespaces = "namespaces";

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="file">What to call it in errors.</param>
    /// <returns>The rules, or every error; rules mean nothing beside an error.</returns>
    public static (TenancyRules Rules, IReadOnlyList<ManifestError> Errors) Parse(string text, string file)
    {
        var found = new List<ManifestError>();
        var documents = new YamlReader(file, text, found).ReadAll();
        var errors = new ManifestErrors(file, found, []);
        var list = found.Count > 0 ? [] : Read(documents, errors);
        return (TenancyRules.Of(list), found);
    }

    private static Dictionary<string, NamespaceRights> Read(IReadOnlyList<YamlValue> documents, ManifestErrors errors)
    {
        var list = new Dictionary<string, NamespaceRights>(StringComparer.Ordinal);
        if (documents is not [YamlMap map])
        {
            var mark = documents.Count > 1 ? documents[1].Mark : new YamlMark(1, 1);
            errors.Add(mark, "", "an allow-list must be one mapping", "Write namespaces: and, below it, the namespaces.");
            return list;
        }

        var root = new MapReader(map, "", errors, [Namespaces]);
        if (root.Value(Namespaces) is null)
            root.Missing(Namespaces, "List the namespaces; with namespaces: {} no namespace may have a session.");
        if (root.Map(Namespaces) is not { } spaces) return list;
        MapReader.RefuseDuplicates(spaces, Namespaces, errors);
        foreach (var entry in spaces.Entries)
            if (ReadNamespace(entry, errors) is { } rights) list[entry.Key] = rights;
        return list;
    }

    private static NamespaceRights? ReadNamespace(YamlEntry entry, ManifestErrors errors)
    {
        var path = $"{Namespaces}.{entry.Key}";
        if (!IdPatterns.Namespace().IsMatch(entry.Key))
            errors.Add(
                entry.Mark, path, "not the name of a namespace",
                "Use at most 63 lower-case letters, digits and '-'; patterns are not known.");
        if (entry.Value is YamlMap map) return RightsReader.Read(map, path, errors);
        errors.Add(entry.Value.Mark, path, $"must be a mapping, not {entry.Value.Description}", "Write regions and sessions below it.");
        return null;
    }
}
