using System.Text.Json;
using CsCheck;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Core.Tests.Api;

public class SourceFingerprintTests
{
    private static readonly Gen<string[]> Sets = Gen.String[Gen.Char['!', '~'], 0, 255].HashSet[0, 12].Select(set => set.ToArray());

    [Fact]
    public void The_order_does_not_matter() =>
        Sets.SelectMany(set => Gen.Shuffle(set.ToArray()).Select(shuffled => (set, shuffled)))
            .Sample(pair => Of(pair.set) == Of(pair.shuffled));

    [Fact]
    public void Another_set_has_another_fingerprint() =>
        Gen.Select(Sets, Sets)
            .Where(pair => !pair.Item1.ToHashSet().SetEquals(pair.Item2))
            .Sample((left, right) => Of(left) != Of(right));

    [Fact]
    public void With_and_Without_are_as_if_the_set_had_been_changed() =>
        Gen.Select(Sets, Gen.Int[0, 12]).Sample((set, cut) =>
        {
            var (some, rest) = (set.Take(cut).ToArray(), set.Skip(cut).ToArray());
            var whole = Of(set);
            return whole.Without(some) == Of(rest) && Of(rest).With(some) == whole;
        });

    [Fact]
    public void It_is_32_hex_digits_for_every_set() =>
        Sets.Sample(set => Of(set).ToString() is { Length: 32 } text && text.All(char.IsAsciiHexDigitLower));

    [Fact]
    public void Its_text_reads_back() => Sets.Sample(set => SourceFingerprint.Parse(Of(set).ToString()) == Of(set));

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData(" 123456789abcdef0123456789abcdef")]
    public void Another_text_is_no_fingerprint(string text)
    {
        Assert.Null(SourceFingerprint.Parse(text));
        var state = JsonSerializer.Deserialize(
            $$"""{"status":"Created","sourcesFingerprint":"{{text}}"}""", OperatorJson.Default.SessionState);
        Assert.Null(state!.SourcesFingerprint);
    }

    private static SourceFingerprint Of(IEnumerable<string> ids) => SourceFingerprint.Of(SourceIdSet.Of(ids));
}
