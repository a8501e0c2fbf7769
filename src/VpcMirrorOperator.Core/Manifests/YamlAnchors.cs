using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VpcMirrorOperator.Manifests;

/// <summary>
/// The anchors of one document (<c>&amp;name</c>), for its aliases (<c>*name</c>), as kubectl takes them. What aliases unfold to is
/// bounded: a few lines of aliases of aliases could stand for more values than any memory holds.
/// </summary>
internal sealed class YamlAnchors
{
    /// <summary>Far more than any manifest repeats: the longest list of sources a hundred times.</summary>
    private const int MaxRepeated = 100_000;

    private readonly Dictionary<AnchorName, (YamlValue Value, int Size, int Height)?> _values = [];
    private int _repeated;

    /// <summary>An anchor whose value begins here; it stands for nothing before <see cref="Define"/>.</summary>
    public void Begin(AnchorName anchor)
    {
        if (!anchor.IsEmpty) _values[anchor] = null;
    }

    /// <summary>What an anchor stands for from here on.</summary>
    /// <param name="anchor">Its name; empty for none.</param>
    /// <param name="value">The value.</param>
    /// <param name="size">How many values it holds, itself and what its aliases stand for included.</param>
    /// <param name="height">How many levels are below it.</param>
    public void Define(AnchorName anchor, YamlValue value, int size, int height)
    {
        if (!anchor.IsEmpty) _values[anchor] = (value, size, height);
    }

    /// <summary>What an alias stands for.</summary>
    /// <exception cref="YamlException">Nothing, itself, or too much.</exception>
    public (YamlValue Value, int Size, int Height) Resolve(AnchorAlias alias)
    {
        if (!_values.TryGetValue(alias.Value, out var found))
            throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} has no anchor &{alias.Value} before it");
        if (found is not { } known)
            throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} stands inside of its own anchor");
        if ((_repeated += known.Size) > MaxRepeated)
            throw new YamlException(alias.Start, alias.End, $"the aliases of this document stand for more than {MaxRepeated} values");
        return known;
    }
}
