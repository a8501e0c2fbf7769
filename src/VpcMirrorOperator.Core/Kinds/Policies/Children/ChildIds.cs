namespace VpcMirrorOperator.Kinds.Policies.Children;

/// <summary>Ids in an annotation of a child: sorted, joined by commas.</summary>
internal static class ChildIds
{
    /// <summary>The ids of an annotation; null when it is absent.</summary>
    public static IReadOnlySet<string>? Read(IReadOnlyDictionary<string, string> annotations, string name) =>
        annotations.TryGetValue(name, out var text)
            ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal)
            : null;

    /// <summary>The text of ids.</summary>
    public static string Write(IEnumerable<string> ids) => string.Join(',', ids.Order(StringComparer.Ordinal));
}
