using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>Reads YAML text into nodes that know their line.</summary>
internal static class SeedDocument
{
    internal static SeedNode Load(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            const string remedy = "Correct the syntax at or above this line.";
            throw new EmulatorSeedException(source, e.Start.Line, "", $"not valid YAML: {Reason(e)}", remedy, e);
        }

        return stream.Documents.Count == 1
            ? new SeedNode(stream.Documents[0].RootNode, "", source)
            : throw new EmulatorSeedException(source, 1, "", $"{stream.Documents.Count} YAML documents", "Give exactly one.");
    }

    private static string Reason(YamlException e) => (e.InnerException?.Message ?? e.Message).TrimEnd('.');
}
