namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Lets equal texts, and equal lists of them, of one answer share their memory: thousands of interfaces have the same VPC, zone and tags.
/// Lives as long as the reading.
/// </summary>
/// <remarks>
/// <c>SharedTexts</c>, which JSON readers use, is no substitute: it forgets, so that it may live for ever, and knows no lists,
/// of which the tags of interfaces are most of the memory.
/// </remarks>
internal sealed class TextPool
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyValuePair<string, string>[]> _tags = new(StringComparer.Ordinal);

    /// <summary>The text, or an equal one.</summary>
    public string? Share(string? text)
    {
        if (text is null) return null;
        if (_texts.TryGetValue(text, out var known)) return known;
        return _texts[text] = text;
    }

    /// <summary>The list, or an equal one.</summary>
    public IReadOnlyList<string> Share(IReadOnlyList<string> texts)
    {
        var key = string.Join('\0', texts);
        if (!_lists.TryGetValue(key, out var known)) _lists[key] = known = [.. texts.Select(text => Share(text)!)];
        return known;
    }

    /// <summary>The tags, or equal ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Share(IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        var key = string.Join('\0', tags.SelectMany(tag => (string[])[tag.Key, tag.Value]));
        if (!_tags.TryGetValue(key, out var known))
            _tags[key] = known = [.. tags.Select(tag => KeyValuePair.Create(Share(tag.Key)!, Share(tag.Value)!))];
        return known;
    }
}
