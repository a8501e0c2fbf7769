using System.Globalization;
using System.Text.Json;
using VpcMirrorOperator.Manifests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VpcMirrorOperator.Output;

/// <summary>A JSON value as block-style YAML.</summary>
internal static class YamlText
{
    public static string Of(JsonElement value)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(writer, new EmitterSettings().WithMaxSimpleKeyLength(512).WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    private static void Emit(Emitter emitter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var property in value.EnumerateObject())
                {
                    emitter.Emit(Text(property.Name));
                    Emit(emitter, property.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in value.EnumerateArray()) Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                emitter.Emit(Text(value.GetString()!));
                break;
            default:
                emitter.Emit(new Scalar(value.GetRawText()));
                break;
        }
    }

    /// <summary>Quoted where a reader would take the plain text for a number, a boolean or nothing.</summary>
    private static Scalar Text(string text) => new(
        AnchorName.Empty, TagName.Empty, text, PlainIsText(text) ? ScalarStyle.Any
            : ScalarStyle.DoubleQuoted, isPlainImplicit: true, isQuotedImplicit: true);

    private static bool PlainIsText(string text) => YamlScalarKind.Of(new YamlScalar(default, text, IsPlain: true)) == ScalarKind.Text;
}
