namespace VpcMirrorOperator.Manifests;

/// <summary>
/// A YAML value with its place. YamlDotNet's own tree is not used because it throws at the first duplicate key, and a user
/// wants to see every error at once.
/// </summary>
internal abstract record YamlValue(YamlMark Mark)
{
    /// <summary>What a person calls this kind of value.</summary>
    public abstract string Description { get; }
}

/// <summary>A scalar. Only plain text can stand for a number, a boolean or null; quoted text is always a string.</summary>
internal sealed record YamlScalar(YamlMark Mark, string Text, bool IsPlain) : YamlValue(Mark)
{
    public override string Description => YamlScalarKind.Of(this) switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Boolean => $"the boolean {Text}",
        ScalarKind.Number => $"the number {Text}",
        _ => $"the text \"{Text}\"",
    };
}

/// <summary>A list.</summary>
internal sealed record YamlList(YamlMark Mark, IReadOnlyList<YamlValue> Items) : YamlValue(Mark)
{
    public override string Description => "a list";
}

/// <summary>A mapping, duplicate keys included, in the order of the text.</summary>
internal sealed record YamlMap(YamlMark Mark, IReadOnlyList<YamlEntry> Entries) : YamlValue(Mark)
{
    private readonly Dictionary<string, YamlValue> _first = First(Entries);

    public override string Description => "a mapping";

    /// <summary>The value of the first entry with this key; null without one.</summary>
    public YamlValue? Find(string key) => _first.GetValueOrDefault(key);

    private static Dictionary<string, YamlValue> First(IReadOnlyList<YamlEntry> entries)
    {
        var first = new Dictionary<string, YamlValue>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries) first.TryAdd(entry.Key, entry.Value);
        return first;
    }
}

/// <summary>One <c>key: value</c> of a mapping.</summary>
internal sealed record YamlEntry(string Key, YamlMark Mark, YamlValue Value);
