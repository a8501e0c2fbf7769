using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VpcMirrorOperator.Manifests;

/// <summary>Turns a text of several YAML documents (or JSON, which is YAML too) into values with places.</summary>
internal sealed class YamlReader(string file, string text, List<ManifestError> errors)
{
    /// <summary>Far deeper than any manifest, far shallower than the stack.</summary>
    private const int MaxDepth = 64;

    private readonly Parser _parser = new(new StringReader(text));
    private YamlAnchors _anchors = new();
    private int _values;
    private int _deepest;

    /// <summary>The documents up to the first one that cannot be parsed; that one gives an error.</summary>
    public IReadOnlyList<YamlValue> ReadAll()
    {
        var documents = new List<YamlValue>();
        try
        {
            _parser.Consume<StreamStart>();
            while (_parser.TryConsume<DocumentStart>(out _))
            {
                _anchors = new YamlAnchors();
                documents.Add(ReadValue(depth: 0));
                _parser.Consume<DocumentEnd>();
            }
        }
        catch (YamlException e)
        {
            if (TabAfter(e.Start) is { } tab) Refuse(tab, "a tab in the indentation", "Indent with spaces.");
            else Refuse(e.Start, e.Message.TrimEnd('.'));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet answers some broken flow lists and tags with these and no place: the last good event is the nearest one.
            Refuse(_parser.Current?.End ?? Mark.Empty, "cannot be read from here on");
        }

        return documents;
    }

    private void Refuse(
        Mark mark, string message,
        string remedy = "Correct the YAML here or just before; a wrong indentation, a missing quote or bracket is the usual cause.") =>
        errors.Add(new ManifestError(file, (int)mark.Line, (int)mark.Column, "", $"not valid YAML: {message}", remedy));

    /// <summary>
    /// The first tab in an indentation after what could be read; JSON may have them. The scanner names it only sometimes, and often the
    /// start of what it stands in.
    /// </summary>
    private Mark? TabAfter(Mark start)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[', ..]) return null;
        var read = Math.Max(start.Line, _parser.Current?.End.Line ?? 1);
        foreach (var (index, line) in text.Split('\n').Index().Skip((int)Math.Max(0, read - 1)))
            if (line.AsSpan().IndexOfAnyExcept(' ') is >= 0 and var indent && line[indent] == '\t')
                return new Mark(0, index + 1, indent + 1);
        return null;
    }

    private YamlValue ReadValue(int depth)
    {
        Enter(depth);
        if (_parser.TryConsume<AnchorAlias>(out var alias)) return ReadAlias(alias, depth);
        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        var (before, above) = (_values++, _deepest);
        _deepest = depth;
        _anchors.Begin(anchor);
        var value = ReadNode(depth);
        _anchors.Define(anchor, value, _values - before, _deepest - depth);
        _deepest = Math.Max(above, _deepest);
        return value;
    }

    private void Enter(int depth)
    {
        var start = _parser.Current!;
        if (depth > MaxDepth) throw new YamlException(start.Start, start.End, $"nested deeper than {MaxDepth} levels");
    }

    private YamlValue ReadAlias(AnchorAlias alias, int depth)
    {
        var (value, size, height) = _anchors.Resolve(alias);
        if (depth + height > MaxDepth) throw new YamlException(alias.Start, alias.End, $"nested deeper than {MaxDepth} levels");
        (_values, _deepest) = (_values + size, Math.Max(_deepest, depth + height));
        return value;
    }

    private YamlValue ReadNode(int depth)
    {
        if (_parser.TryConsume<Scalar>(out var scalar)) return new YamlScalar(YamlMark.Of(scalar.Start), scalar.Value, IsPlain(scalar));
        return _parser.TryConsume<SequenceStart>(out var list) ? ReadList(list, depth) : ReadMap(depth);
    }

    private YamlList ReadList(SequenceStart start, int depth)
    {
        var items = new List<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadValue(depth + 1));
        return new YamlList(YamlMark.Of(start.Start), items);
    }

    private YamlMap ReadMap(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var (entries, merged) = (new List<YamlEntry>(), new List<YamlValue>());
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar)
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key must be plain text");
            var key = _parser.Consume<Scalar>();
            if (YamlMerge.IsKey(key)) merged.Add(ReadValue(depth + 1));
            else entries.Add(new YamlEntry(key.Value, YamlMark.Of(key.Start), ReadValue(depth + 1)));
        }

        return new YamlMap(YamlMark.Of(start.Start), YamlMerge.Of(entries, merged));
    }

    private static bool IsPlain(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
}
