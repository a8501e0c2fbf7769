namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// The rules of one direction by number, each an index into the contents that an edit is about. Immutable, sorted.
/// </summary>
internal sealed class RuleTable
{
    /// <summary>No rules.</summary>
    public static readonly RuleTable Empty = new([], []);

    private readonly int[] _numbers;
    private readonly int[] _contents;

    private RuleTable(int[] numbers, int[] contents) => (_numbers, _contents) = (numbers, contents);

    /// <summary>How many.</summary>
    public int Count => _numbers.Length;

    /// <summary>The numbers, ascending.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>The contents, in the order of the numbers.</summary>
    public ReadOnlySpan<int> Contents => _contents;

    /// <summary>A table of rules with different numbers.</summary>
    public static RuleTable Of(IEnumerable<KeyValuePair<int, int>> rules)
    {
        KeyValuePair<int, int>[] sorted = [.. rules.OrderBy(rule => rule.Key)];
        return new RuleTable([.. sorted.Select(rule => rule.Key)], [.. sorted.Select(rule => rule.Value)]);
    }

    /// <summary>The content at a number; -1 when there is none.</summary>
    public int At(int number)
    {
        var index = Array.BinarySearch(_numbers, number);
        return index < 0 ? -1 : _contents[index];
    }

    /// <summary>Whether a number is taken.</summary>
    public bool Has(int number) => Array.BinarySearch(_numbers, number) >= 0;

    /// <summary>How often a content is there.</summary>
    public int CountOf(int content) => _contents.Count(one => one == content);

    /// <summary>Whether a content is anywhere.</summary>
    public bool HasContent(int content) => Array.IndexOf(_contents, content) >= 0;

    /// <summary>The table without a number.</summary>
    public RuleTable Without(int number)
    {
        var index = Array.BinarySearch(_numbers, number);
        return index < 0 ? this : new RuleTable(Except(_numbers, index), Except(_contents, index));
    }

    /// <summary>The table with a rule more; its number must be free.</summary>
    public RuleTable With(int number, int content)
    {
        var index = ~Array.BinarySearch(_numbers, number);
        return new RuleTable(Including(_numbers, index, number), Including(_contents, index, content));
    }

    /// <summary>Whether two tables hold the same.</summary>
    public bool IsSame(RuleTable other) =>
        _numbers.AsSpan().SequenceEqual(other._numbers) && _contents.AsSpan().SequenceEqual(other._contents);

    private static int[] Except(int[] items, int index) => [.. items.AsSpan(0, index), .. items.AsSpan(index + 1)];

    private static int[] Including(int[] items, int index, int item) => [.. items.AsSpan(0, index), item, .. items.AsSpan(index)];
}
