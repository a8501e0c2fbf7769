using System.Globalization;

namespace VpcMirrorOperator.Measurements;

/// <summary>One measurement that was asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sizes">Numbers of objects; empty for its own.</param>
internal sealed record Choice(string Name, IReadOnlyList<int> Sizes)
{
    /// <summary>Reads <c>size,memory:100,10000,idle</c>: numbers belong to the name before them.</summary>
    public static IReadOnlyList<Choice> Read(string text)
    {
        List<Choice> all = [];
        foreach (var part in text.Split(',', ':'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size)) all.Add(new Choice(part, []));
            else if (all is [.., var last]) all[^1] = last with { Sizes = [.. last.Sizes, size] };
            else all.Add(new Choice(part, []));
        }

        return all;
    }

    /// <summary>The sizes to measure.</summary>
    /// <param name="usual">Those of a choice that names none.</param>
    public IReadOnlyList<int> SizesOr(IReadOnlyList<int> usual) => Sizes.Count > 0 ? Sizes : usual;
}
