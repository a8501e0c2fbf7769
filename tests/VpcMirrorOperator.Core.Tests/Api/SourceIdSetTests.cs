using System.Text.Json;
using CsCheck;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Core.Tests.Api;

public class SourceIdSetTests
{
    private static readonly Gen<string[]> Ids = Gen.String[Gen.Char['!', '~'], 0, 255].Array[0, 20];

    [Fact]
    public void It_holds_what_was_put_in_once_and_in_ordinal_order() => Ids.Sample(ids =>
    {
        var set = SourceIdSet.Of(ids);
        var wanted = ids.Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(wanted, set);
        Assert.Equal(wanted.Length, set.Count);
        Assert.All(wanted, id => Assert.True(set.Contains(id)));
        for (var i = 0; i < wanted.Length; i++) Assert.Equal(wanted[i], set[i]);
    });

    [Fact]
    public void Two_sets_are_equal_when_their_ids_are() => Gen.Select(Ids, Ids).Sample((left, right) =>
    {
        Assert.True(SourceIdSet.Of(left).SetEquals(SourceIdSet.Of(left.Reverse())));
        Assert.Equal(left.ToHashSet().SetEquals(right), SourceIdSet.Of(left).SetEquals(SourceIdSet.Of(right)));
    });

    [Theory]
    [InlineData("eni-ü")]
    [InlineData("a\u20ACb")]
    public void An_id_that_is_not_ASCII_is_refused(string id)
    {
        Assert.Throws<ArgumentException>(() => SourceIdSet.Of([id]));
        Assert.Throws<ArgumentException>(() => SourceIdSet.Of([new string('a', SourceIdSet.MaxIdLength + 1)]));
        Assert.False(SourceIdSet.Of(["a"]).Contains(id));
    }

    [Fact]
    public void A_spec_is_read_with_escapes_and_written_again()
    {
        const string json = """{"regionId":"r","trafficMirrorSessionId":"t","sourceIds":["eni-\u0062","eni-a","eni-b"]}""";
        var spec = JsonSerializer.Deserialize(json, OperatorJson.Default.TrafficMirrorSessionSpec)!;
        Assert.Equal(["eni-a", "eni-b"], spec.SourceIds);
        var written = JsonSerializer.Serialize(spec, OperatorJson.Default.TrafficMirrorSessionSpec);
        Assert.Contains("""["eni-a","eni-b"]""", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"eni-a\"")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[\"eni-\u00fc\"]")]
    public void What_is_no_list_of_ids_is_unreadable(string ids) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(
        $$"""{"regionId":"r","trafficMirrorSessionId":"t","sourceIds":{{ids}}}""", OperatorJson.Default.TrafficMirrorSessionSpec));
}
