using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// One text by its name. Of labels and annotations most objects have one that is kept: a dictionary for it would take 216 bytes, this takes
/// 32.
/// </summary>
/// <param name="name">The name.</param>
/// <param name="text">The text.</param>
internal sealed class OneText(string name, string text) : IReadOnlyDictionary<string, string>
{
    public int Count => 1;

    public IEnumerable<string> Keys => [name];

    public IEnumerable<string> Values => [text];

    public string this[string key] => ContainsKey(key) ? text : throw new KeyNotFoundException($"There is no '{key}'.");

    public bool ContainsKey(string key) => key == name;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = ContainsKey(key) ? text : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        yield return new(name, text);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
