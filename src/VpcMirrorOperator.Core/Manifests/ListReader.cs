using System.Globalization;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads lists of texts and of mappings.</summary>
internal static class ListReader
{
    /// <summary>The texts of a list; null when it is absent.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="field">Its field.</param>
    /// <param name="most">The most that it may have.</param>
    /// <param name="isRight">Whether a text is one.</param>
    /// <param name="remedy">What to write instead.</param>
    /// <param name="errors">Where faults go.</param>
    public static IReadOnlyList<string>? Texts(
        MapReader reader, string field, int most, Func<string, bool> isRight, string remedy, ManifestErrors errors)
    {
        if (reader.List(field) is not { } list) return null;
        CheckCount(reader, field, list, most);
        var texts = new List<string>();
        foreach (var (index, item) in list.Items.Index())
        {
            var path = Path(reader, field, index);
            if (item is not YamlScalar { Text: var text } || !isRight(text))
                errors.Add(item.Mark, path, $"must not be {item.Description}", remedy);
            else if (texts.Contains(text)) errors.Add(item.Mark, path, $"{text} is listed twice", "Remove one of the two.");
            else texts.Add(text);
        }

        return texts;
    }

    /// <summary>The mappings of a list, each read; empty when it is absent.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="field">Its field.</param>
    /// <param name="most">The most that it may have.</param>
    /// <param name="read">Reads one, with its path.</param>
    /// <param name="errors">Where faults go.</param>
    public static IReadOnlyList<T> Maps<T>(
        MapReader reader, string field, int most, Func<YamlMap, string, T?> read, ManifestErrors errors)
        where T : class
    {
        if (reader.List(field) is not { } list) return [];
        CheckCount(reader, field, list, most);
        var items = new List<T>();
        foreach (var (index, item) in list.Items.Index())
        {
            var path = Path(reader, field, index);
            if (item is not YamlMap map) errors.Add(item.Mark, path, $"must be a mapping, not {item.Description}", "Write a mapping.");
            else if (read(map, path) is { } one) items.Add(one);
        }

        return items;
    }

    private static string Path(MapReader reader, string field, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{reader.PathOf(field)}[{index}]");

    private static void CheckCount(MapReader reader, string field, YamlList list, int most)
    {
        if (list.Items.Count > most)
            reader.Wrong(
                field, string.Create(CultureInfo.InvariantCulture, $"{list.Items.Count} entries are more than {most}"), "Remove some.");
    }
}
