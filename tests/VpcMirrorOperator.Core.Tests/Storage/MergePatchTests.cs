using System.Text.Json.Nodes;
using CsCheck;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Core.Tests.Storage;

public class MergePatchTests
{
    private static readonly Gen<JsonNode> Leaf = Gen.OneOf<JsonNode>(
        Gen.Int[0, 3].Select(n => (JsonNode)JsonValue.Create(n)),
        Gen.String[Gen.Char['a', 'c'], 0, 2].Select(s => (JsonNode)JsonValue.Create(s)),
        Gen.Int[0, 3].Array[0, 3].Select(a => (JsonNode)new JsonArray([.. a.Select(n => (JsonNode)JsonValue.Create(n))])));

    private static readonly Gen<JsonObject> Objects = ObjectOf(3);

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", """{"b":null}""")]
    [InlineData("{}", """{"a":{"b":1}}""", """{"a":{"b":1}}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":1,"c":3}}""", """{"a":{"c":3}}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", """{"a":{"b":null}}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2]}""", """{"a":[2]}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":7}""", """{"a":7}""")]
    public void The_patch_names_what_differs_and_nothing_else(string from, string to, string patch) =>
        Assert.Equal(patch, MergePatch.Diff(Parse(from), Parse(to)).ToJsonString());

    [Fact]
    public void Applying_the_patch_gives_the_new_object() =>
        Gen.Select(Objects, Objects).Sample((from, to) => JsonNode.DeepEquals(to, Apply(from, MergePatch.Diff(from, to))));

    [Fact]
    public void The_patch_shares_nothing_with_its_sources()
    {
        var to = Parse("""{"a":{"b":[1]}}""");
        MergePatch.Diff([], to)["a"]!["b"]![0] = 9;
        Assert.Equal("""{"a":{"b":[1]}}""", to.ToJsonString());
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static Gen<JsonObject> ObjectOf(int depth)
    {
        var value = depth == 0 ? Leaf : Gen.OneOf<JsonNode>(Leaf, ObjectOf(depth - 1).Select(o => (JsonNode)o));
        return Gen.Dictionary(Gen.String[Gen.Char['a', 'd'], 1, 1], value)[0, 4]
            .Select(fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value.DeepClone()))));
    }

    /// <summary>RFC 7396, section 2.</summary>
    private static JsonObject Apply(JsonNode? target, JsonObject patch)
    {
        var result = target is JsonObject ? target.DeepClone().AsObject() : [];
        foreach (var (name, value) in patch)
        {
            if (value is null) result.Remove(name);
            else result[name] = value is JsonObject inner ? Apply(result[name], inner) : value.DeepClone();
        }

        return result;
    }
}
