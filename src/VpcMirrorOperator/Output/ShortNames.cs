namespace VpcMirrorOperator.Output;

/// <summary>Shortens names to a width so that they stay different: names of one cluster often begin, or end, alike. Pure.</summary>
internal static class ShortNames
{
    private const string Cut = "…";

    /// <summary>Shares of the width that stay of a name's beginning, the best to read first.</summary>
    private static readonly double[] Heads = [0.4, 0.2, 0.7, 0, 1, 0.1, 0.3, 0.5, 0.6, 0.8, 0.9];

    /// <summary>The names in the same order, none longer than <paramref name="width"/>.</summary>
    /// <param name="names">The names.</param>
    /// <param name="width">Characters for each, 2 or more.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names, int width)
    {
        if (names.All(name => name.Length <= width)) return names;
        var different = names.Distinct().Count();
        var tries = Heads.Select(head => Shorten(names, width, (int)(head * (width - Cut.Length))));
        return tries.FirstOrDefault(cut => cut.Distinct().Count() == different) ?? Numbered(names, width);
    }

    private static List<string> Shorten(IReadOnlyList<string> names, int width, int head) =>
        [.. names.Select(name => name.Length <= width ? name : name[..head] + Cut + name[^(width - Cut.Length - head)..])];

    /// <summary>When they differ somewhere in the middle only, each says which one it is, counted from 1 in this order.</summary>
    private static List<string> Numbered(IReadOnlyList<string> names, int width)
    {
        string Mark(int index) => Cut + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. names.Select((name, index) =>
            name.Length <= width || Mark(index).Length > width ? name[..Math.Min(name.Length, width)]
                : name[..(width - Mark(index).Length)] + Mark(index))];
    }
}
