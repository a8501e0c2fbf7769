namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>The target of a request line, taken apart.</summary>
internal sealed record RequestTarget(string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    internal static RequestTarget Parse(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return mark < 0
            ? new(target, [])
            : new(target[..mark], [.. PercentEncoding.DecodePairs(target[(mark + 1)..])]);
    }
}
