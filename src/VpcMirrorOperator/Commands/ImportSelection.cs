using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Commands;

/// <summary>What <c>import</c> writes down: what is named, what has a tag, or all of the region.</summary>
/// <param name="Ids">Ids of sessions and filters; empty for what the rest says.</param>
/// <param name="Tag">Only what has this tag; null for all.</param>
internal sealed record ImportSelection(IReadOnlyList<string> Ids, ResourceTag? Tag)
{
    /// <summary>The named sessions, each once; null for all.</summary>
    public IReadOnlyList<string>? Sessions => Ids.Count == 0 ? null
        : [.. Ids.Where(id => IdPatterns.Session().IsMatch(id)).Distinct(StringComparer.Ordinal)];

    /// <summary>The named filters, each once; null for all.</summary>
    public IReadOnlyList<string>? Filters => Ids.Count == 0 ? null
        : [.. Ids.Where(id => IdPatterns.Filter().IsMatch(id)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether tags are of what is looked for.</summary>
    public bool Includes(IEnumerable<KeyValuePair<string, string>>? tags) =>
        Tag is null || tags?.Any(tag => tag.Key == Tag.Key && tag.Value == Tag.Value) == true;

    /// <summary>A tag as it is written on the command line.</summary>
    /// <param name="text"><c>key=value</c>; the value may hold further equal signs.</param>
    /// <returns>Null when it is none.</returns>
    public static ResourceTag? ParseTag(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals <= 0 ? null : new ResourceTag { Key = text[..equals], Value = text[(equals + 1)..] };
    }
}
