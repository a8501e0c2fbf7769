using System.Text;
using System.Text.RegularExpressions;

namespace VpcMirrorOperator.TestSupport.Fuzzing;

/// <summary>Spoils a text in up to four places: bytes, or whole JSON values. Follows from the random numbers alone.</summary>
internal static partial class Mutations
{
    private static readonly string[] Values =
    [
        "null", "7", "-1", "1e400", "99999999999999999999", "0.5", "true", "false", "\"\"", "\"text\"", "\"\\ud800\"", "[]", "{}", "[null]",
        "[[[]]]", "[{\"a\":[1,null]}]", "{\"Code\":\"X\"}", "\"<x/>\"", "",
    ];

    private static readonly byte[] Bytes = [0x00, 0x22, 0x2C, 0x3A, 0x3C, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x80, 0xC3, 0xFF];

    public static byte[] Mutate(string reply, Random random)
    {
        var text = reply;
        for (var i = random.Next(3); i > 0; i--) text = ReplaceValue(text, random);
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var i = random.Next(3); i > 0 && bytes.Count > 0; i--) SpoilBytes(bytes, random);
        return [.. bytes];
    }

    private static string ReplaceValue(string text, Random random)
    {
        var values = Value().Matches(text);
        if (values.Count == 0) return text;
        var chosen = values[random.Next(values.Count)];
        return string.Concat(text.AsSpan(0, chosen.Index), Values[random.Next(Values.Length)], text.AsSpan(chosen.Index + chosen.Length));
    }

    private static void SpoilBytes(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = Bytes[random.Next(Bytes.Length)];
                break;
            case 1:
                bytes.Insert(at, Bytes[random.Next(Bytes.Length)]);
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 20)));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(1, 60))));
                break;
        }
    }

    // A text, number, word, or flat list or object: what may stand where JSON wants a value.
    [GeneratedRegex("""\"[^\"]*\"|\[[^\[\]]*\]|\{[^{}]*\}|-?\d+|true|false|null""")]
    private static partial Regex Value();
}
