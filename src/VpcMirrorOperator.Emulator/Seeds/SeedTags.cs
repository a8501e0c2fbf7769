using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;
using VpcMirrorOperator.Emulator.Yaml;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>Tags and creation times, which sessions and filters have alike.</summary>
internal static class SeedTags
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm'Z'";

    internal static ImmutableSortedDictionary<string, string>? Tags(this SeedMap parent, string name)
    {
        if (parent.Optional(name) is not { } node) return null;
        var map = node.AsMap();
        var keys = map.Keys.Select(key => key.Yaml.ToString()).ToList();
        return keys.Count <= 20
            ? keys.ToImmutableSortedDictionary(key => key, key => map.Required(key).Text(0, 128), StringComparer.Ordinal)
            : throw node.Error($"has {keys.Count} tags", "Give at most 20.");
    }

    internal static DateTimeOffset? Time(this SeedMap parent, string name)
    {
        if (parent.Optional(name) is not { } node) return null;
        var text = node.Text(17, 17, SeedPatterns.CreationTime, "2023-09-05T15:26Z");
        return DateTimeOffset.TryParseExact(
                text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw node.Error($"'{text}' is not a date", "Write it like 2023-09-05T15:26Z.");
    }

    /// <summary>A moment as the API and the seed write it: UTC, to the minute.</summary>
    internal static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);

    internal static YamlMappingNode Node(ImmutableSortedDictionary<string, string> tags)
    {
        var map = new MapWriter();
        foreach (var (key, value) in tags) map.Text(key, value);
        return map.Node;
    }
}
