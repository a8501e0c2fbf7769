using System.Globalization;
using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>Typed values with their ranges; an absent field gives the fallback.</summary>
internal static class SeedValues
{
    internal static string Text(this SeedNode node, int least, int most, Regex? shape = null, string example = "")
    {
        var text = node.AsText();
        if (text.Length < least || text.Length > most)
            throw node.Error($"has {text.Length} characters", $"Give {least} to {most}.");
        return shape is null || shape.IsMatch(text)
            ? text
            : throw node.Error($"'{text}' has the wrong form", $"Write it like {example}.");
    }

    internal static bool Flag(this SeedMap map, string name, bool fallback) => map.Optional(name)?.Flag() ?? fallback;

    internal static bool Flag(this SeedNode node) => node.AsPlain("Write true or false.") switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        var other => throw node.Error($"'{other}' is not a boolean", "Write true or false."),
    };

    internal static int Number(this SeedMap map, string name, int fallback, int least, int most) =>
        map.OptionalNumber(name, least, most) ?? fallback;

    internal static int? OptionalNumber(this SeedMap map, string name, int least, int most)
    {
        if (map.Optional(name) is not { } node) return null;
        var remedy = $"Give a whole number from {least} to {most}.";
        return int.TryParse(node.AsPlain(remedy), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
                ? value
                : throw node.Error($"'{node.Yaml}' is out of range", remedy);
    }

    internal static TimeSpan Duration(this SeedMap map, string name, TimeSpan fallback, TimeSpan least, TimeSpan most) =>
        map.Optional(name)?.Duration(least, most) ?? fallback;

    internal static TimeSpan Duration(this SeedNode node, TimeSpan least, TimeSpan most)
    {
        var range = $"Give {DurationText.Format(least)} to {DurationText.Format(most)}, for example 500ms, 3s, 10m or 2h.";
        if (DurationText.Parse(node.AsText()) is not { } value) throw node.Error($"'{node.Yaml}' is not a duration", range);
        return value >= least && value <= most ? value : throw node.Error($"{node.Yaml} is out of range", range);
    }

    /// <summary>One of a fixed set of words.</summary>
    internal static T OneOf<T>(this SeedNode node, IReadOnlyDictionary<string, T> words)
    {
        var text = node.AsText();
        return words.TryGetValue(text, out var value)
            ? value
            : throw node.Error($"'{text}' is not a known value", NearWord.Remedy(text, [.. words.Keys], "Give one of"));
    }

    /// <summary>Items whose key must not occur twice.</summary>
    internal static List<T> Unique<T>(this IReadOnlyList<SeedNode> nodes, Func<SeedNode, T> read, Func<T, string> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<T>();
        foreach (var node in nodes)
        {
            var item = read(node);
            if (!seen.Add(key(item)))
                throw node.Error($"'{key(item)}' is a duplicate", "Remove one of the two, or rename it.");
            items.Add(item);
        }

        return items;
    }
}
