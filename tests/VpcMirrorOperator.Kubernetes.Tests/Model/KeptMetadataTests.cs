using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Model;

public class KeptMetadataTests
{
    private static readonly JsonTypeInfo<ObjectMeta> Type =
        new KeptMetadata { Annotations = ["wanted"], Labels = ["team"] }.Of(ModelJson.Default.ObjectMeta);

    [Fact]
    public void Only_what_is_named_is_read()
    {
        var meta = Read("""{"annotations":{"team":"no","wanted":"yes","x":"no"},"labels":{"wanted":"no","team":"net"},"name":"a"}""");
        Assert.Equal([KeyValuePair.Create("wanted", "yes")], meta.Annotations);
        Assert.Equal([KeyValuePair.Create("team", "net")], meta.Labels);
        Assert.Equal("a", meta.Name);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"b":"no"}""")]
    [InlineData("""{"a":"1"}""", "a", "1")]
    [InlineData("""{"a":"1","a":"2"}""", "a", "2")]
    [InlineData("""{"a":"1","c":"3"}""", "a", "1", "c", "3")]
    [InlineData("""{"c":"3","b":"no","a":"1","c":"4"}""", "c", "4", "a", "1")]
    public void One_kept_text_is_found_like_several(string json, params string[] expected)
    {
        var type = new KeptMetadata { Annotations = ["a", "c"] }.Of(ModelJson.Default.ObjectMeta);
        var kept = JsonSerializer.Deserialize($$"""{"annotations":{{json}}}""", type)!.Annotations;
        var pairs = expected.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1])).ToList();
        Assert.Equal(pairs, kept);
        Assert.Equal(pairs.Select(pair => pair.Key), kept.Keys);
        Assert.Equal(pairs.Select(pair => pair.Value), kept.Values);
        Assert.Equal(pairs.Count, kept.Count);
        Assert.All(pairs, pair => Assert.Equal((pair.Value, true), (kept[pair.Key], kept.ContainsKey(pair.Key))));
        Assert.False(kept.ContainsKey("b") || kept.TryGetValue("b", out _));
        Assert.Throws<KeyNotFoundException>(() => kept["b"]);
    }

    [Fact]
    public void A_kept_value_that_is_no_text_does_not_fit()
    {
        var error = Assert.Throws<JsonException>(() => Read("""{"annotations":{"wanted":7}}"""));
        Assert.Equal("$.annotations", error.Path?.Split(".wanted")[0]);
    }

    [Theory]
    [InlineData(256, false)]
    [InlineData(257, true)]
    public void A_long_value_is_kept_as_its_digest_however_it_is_written(int length, bool isDigest)
    {
        var text = new string('é', length / 2) + new string('x', length % 2);
        var escaped = Wanted(text.Replace("é", "\\u00e9", StringComparison.Ordinal));
        var plain = Wanted(text);
        Assert.Equal(plain, escaped);
        Assert.Equal(plain, BoundedText.Of(text));
        Assert.Equal(plain, BoundedText.Of(plain));
        Assert.Equal(isDigest ? 71 : text.Length, plain.Length);
        Assert.Equal(isDigest, plain.StartsWith("sha256:", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_is_written()
    {
        var meta = new ObjectMeta { Annotations = new Dictionary<string, string> { ["other"] = "o" }, Finalizers = ["f"] };
        Assert.Contains("\"other\":\"o\"", JsonSerializer.Serialize(meta, Type), StringComparison.Ordinal);
        Assert.Contains("\"finalizers\":[\"f\"]", JsonSerializer.Serialize(meta, ModelJson.Default.ObjectMeta), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("finalizers", "\"example.com/f\"", 64)]
    [InlineData("ownerReferences", """{"apiVersion":"v1","kind":"K","name":"n","uid":"u"}""", 16)]
    public void Lists_that_the_server_does_not_bound_are_bounded(string field, string element, int most)
    {
        string Of(int count, string one) => $$"""{"{{field}}":[{{string.Join(',', Enumerable.Repeat(one, count))}}]}""";

        Read(Of(most, element));
        Assert.Equal("$." + field, Assert.Throws<JsonException>(() => Read(Of(most + 1, element))).Path?.Split('[')[0]);
        var longer = element[..^2] + new string('x', 2000) + element[^2..];
        Assert.Throws<JsonException>(() => Read(Of(1, longer)));
    }

    private static string Wanted(string json) => Read($$$"""{"annotations":{"wanted":"{{{json}}}"}}""").Annotations["wanted"];

    private static ObjectMeta Read(string json) => JsonSerializer.Deserialize(json, Type)!;
}
