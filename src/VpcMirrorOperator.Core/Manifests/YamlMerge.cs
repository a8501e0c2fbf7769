using YamlDotNet.Core;

namespace VpcMirrorOperator.Manifests;

/// <summary>
/// The merge key <c>&lt;&lt;</c> of YAML 1.1, as kubectl takes it: the fields of another mapping, or of several, where the mapping itself
/// has none of that name. Of several, the first counts.
/// </summary>
internal static class YamlMerge
{
    private const string Key = "<<";

    /// <summary>Whether a key is the merge key.</summary>
    public static bool IsKey(YamlDotNet.Core.Events.Scalar key) => key is { Value: Key, Style: ScalarStyle.Plain };

    /// <summary>The entries of a mapping with what is merged into it.</summary>
    /// <param name="own">Its own entries.</param>
    /// <param name="merged">The values of its merge keys.</param>
    /// <exception cref="YamlException">A value is neither a mapping nor a list of them.</exception>
    public static IReadOnlyList<YamlEntry> Of(IReadOnlyList<YamlEntry> own, IReadOnlyList<YamlValue> merged)
    {
        if (merged.Count == 0) return own;
        var known = own.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        return [.. own, .. merged.SelectMany(Maps).SelectMany(map => map.Entries).Where(entry => known.Add(entry.Key))];
    }

    private static IEnumerable<YamlMap> Maps(YamlValue value) => value switch
    {
        YamlMap map => [map],
        YamlList list => list.Items.SelectMany(Maps),
        _ => throw new YamlException(
            new Mark(0, value.Mark.Line, value.Mark.Column), new Mark(0, value.Mark.Line, value.Mark.Column),
            "<< takes a mapping, or a list of them"),
    };
}
