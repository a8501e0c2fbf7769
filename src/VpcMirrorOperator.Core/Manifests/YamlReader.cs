using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VpcMirrorOperator.Manifests;

/// <summary>Turns a text of several YAML documents (or JSON, which is YAML too) into values with places.</summary>
internal sealed class YamlReader(string file, string text, List<ManifestError> errors)
{
    /// <summary>Far deeper than any manifest, far shallower than the stack.</summary>
    private const int MaxDepth = 64;

    private readonly Parser _parser = new(new StringReader(text));

    /// <summary>The documents up to the first one that cannot be parsed; that one gives an error.</summary>
    public IReadOnlyList<YamlValue> ReadAll()
    {
        var documents = new List<YamlValue>();
        try
        {
            _parser.Consume<StreamStart>();
            while (_parser.TryConsume<DocumentStart>(out _))
            {
                documents.Add(ReadValue(depth: 0));
                _parser.Consume<DocumentEnd>();
            }
        }
        catch (YamlException e)
        {
            Refuse(e.Start, e.Message.TrimEnd('.'));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet answers some broken flow lists and tags with these and no place: the last good event is the nearest one.
            Refuse(_parser.Current?.End ?? Mark.Empty, "cannot be read from here on");
        }

        return documents;
    }

    private void Refuse(Mark mark, string message) => errors.Add(new ManifestError(
        file, (int)mark.Line, (int)mark.Column, "", $"not valid YAML: {message}",
        "Correct the YAML here or just before; a wrong indentation, a missing quote or bracket is the usual cause."));

    private YamlValue ReadValue(int depth)
    {
        var start = _parser.Current!;
        if (depth > MaxDepth) throw new YamlException(start.Start, start.End, $"nested deeper than {MaxDepth} levels");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} is not supported, write the value out");
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
        var entries = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar)
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key must be plain text");
            var key = _parser.Consume<Scalar>();
            entries.Add(new YamlEntry(key.Value, YamlMark.Of(key.Start), ReadValue(depth + 1)));
        }

        return new YamlMap(YamlMark.Of(start.Start), entries);
    }

    private static bool IsPlain(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
}
