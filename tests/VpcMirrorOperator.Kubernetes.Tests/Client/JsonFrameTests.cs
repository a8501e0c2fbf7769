using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>Where a JSON value ends, whatever is inside and however it is cut.</summary>
public class JsonFrameTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Texts =
        ["", "a", "}", "]}", "{[", "\\", "\\\\", "\"", "\\\"", "quote \" and \\ and }", "éü]", new('x', 31), new('x', 32), new('}', 40)];

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{},{}]")]
    [InlineData("\"a\\\\\"")]
    [InlineData("\"\\\"}\"")]
    [InlineData("12.5e-1")]
    [InlineData("null")]
    public void A_value_ends_where_it_ends(string json) =>
        Assert.Equal(Bytes(json).Length, default(JsonFrame).Scan(Bytes(json + ",\"next\"")));

    [Fact]
    public void A_frame_finds_the_end_of_one_value_after_the_other()
    {
        var frame = default(JsonFrame);
        var rest = Bytes("""{"a":[1,2]},"text\"",[[]],7,""");
        List<string> found = [];
        while (rest.Length > 0)
        {
            var end = frame.Scan(rest);
            found.Add(Encoding.UTF8.GetString(rest, 0, end));
            rest = rest[(end + 1)..];
        }

        Assert.Equal(["""{"a":[1,2]}""", "\"text\\\"\"", "[[]]", "7"], found);
    }

    [Fact]
    public void The_end_is_the_one_that_a_reader_finds_whatever_the_pieces()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var run = 0; run < 2_000; run++)
        {
            var json = Encoding.UTF8.GetBytes(Value(random, depth: 0));
            var reader = new Utf8JsonReader(json);
            reader.Read();
            reader.Skip();
            Assert.Equal(json.Length, (int)reader.BytesConsumed);
            var end = EndInPieces([.. json, .. ",}]\""u8], random);
            Assert.True(end == json.Length, $"seed {seed}, run {run}: {end} and not {json.Length} in {Encoding.UTF8.GetString(json)}");
        }
    }

    [Fact]
    public void A_value_that_goes_on_has_no_end()
    {
        var json = Bytes("""{"a":["}","\"]"],"b":{"c":"dddddddddddddddddddddddddddddddddd\\"}}""");
        for (var length = 0; length < json.Length; length++) Assert.Equal(-1, default(JsonFrame).Scan(json.AsSpan(0, length)));
        Assert.Equal(json.Length, default(JsonFrame).Scan(json));
    }

    private static int EndInPieces(byte[] json, Random random)
    {
        var frame = default(JsonFrame);
        for (var at = 0; at < json.Length;)
        {
            var piece = Math.Min(random.Next(1, random.Next(2) == 0 ? 5 : 120), json.Length - at);
            var end = frame.Scan(json.AsSpan(at, piece));
            if (end >= 0) return at + end;
            at += piece;
        }

        return -1;
    }

    private static string Value(Random random, int depth) => (depth > 4 ? 0 : random.Next(depth == 0 ? 2 : 4)) switch
    {
        _ when depth > 4 => Text(random),
        0 => $"{{{string.Join(',', Some(random, () => $"{Text(random)}:{Value(random, depth + 1)}"))}}}",
        1 => $"[{string.Join(", ", Some(random, () => Value(random, depth + 1)))}]",
        2 => Text(random),
        _ => random.Next() % 2 == 0 ? "true" : "-1.5",
    };

    private static string Text(Random random) =>
        JsonSerializer.Serialize(string.Concat(Some(random, () => Texts[random.Next(Texts.Length)])), Relaxed);

    private static IEnumerable<string> Some(Random random, Func<string> one) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => one())];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
