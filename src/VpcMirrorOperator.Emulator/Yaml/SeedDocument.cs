using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>Reads YAML text into nodes that know their line.</summary>
internal static class SeedDocument
{
    private const int MaxDepth = 64;
    private const string Remedy = "Correct the syntax at or above this line.";

    internal static SeedNode Load(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stream = new YamlStream();
        try
        {
            CheckDepth(text);
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new EmulatorSeedException(source, e.Start.Line, "", $"not valid YAML: {Reason(e)}", Remedy, e);
        }
        catch (ArgumentException e)
        {
            // YamlDotNet's word, without a place, for some documents that hold something other than nodes.
            throw new EmulatorSeedException(source, 1, "", "not valid YAML: it cannot be read", Remedy, e);
        }

        return stream.Documents.Count switch
        {
            1 => new SeedNode(stream.Documents[0].RootNode, "", source),
            0 => throw new EmulatorSeedException(source, 1, "", "is empty", "Give fields, one a line, as docs/emulator.md shows them."),
            var count => throw new EmulatorSeedException(source, 1, "", $"{count} YAML documents", "Give exactly one."),
        };
    }

    /// <summary>The library builds nodes by recursion: a text that is nested without end would exhaust the stack.</summary>
    private static void CheckDepth(string text)
    {
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        while (MoveNext(parser))
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth)
                throw new YamlException(parser.Current.Start, parser.Current.End, $"nested deeper than {MaxDepth} levels");
        }
    }

    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException e)
        {
            // YamlDotNet's scanner answers some broken flow lists with this and no place: the last good event is the nearest one.
            var place = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, "cannot be read from here on", e);
        }
    }

    private static string Reason(YamlException e) => (e.InnerException is YamlException inner ? inner.Message : e.Message).TrimEnd('.');
}
