using CsCheck;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

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
            return SourceFingerprint.Without(whole, some) == Of(rest)
                && SourceFingerprint.With(Of(rest), some) == whole;
        });

    [Fact]
    public void It_is_32_hex_digits_for_every_set() =>
        Sets.Sample(set => Of(set) is { Length: 32 } text && text.All(char.IsAsciiHexDigitLower));

    private static string Of(IEnumerable<string> ids) => SourceFingerprint.Of(SourceIdSet.Of(ids));
}
