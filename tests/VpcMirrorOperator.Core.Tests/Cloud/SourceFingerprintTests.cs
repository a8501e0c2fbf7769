using CsCheck;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class SourceFingerprintTests
{
    private static readonly Gen<string[]> Sets = Gen.String[0, 300].HashSet[0, 12].Select(set => set.ToArray());

    [Fact]
    public void The_order_does_not_matter() =>
        Sets.SelectMany(set => Gen.Shuffle(set.ToArray()).Select(shuffled => (set, shuffled)))
            .Sample(pair => SourceFingerprint.Of(pair.set) == SourceFingerprint.Of(pair.shuffled));

    [Fact]
    public void Another_set_has_another_fingerprint() =>
        Gen.Select(Sets, Sets)
            .Where(pair => !pair.Item1.ToHashSet().SetEquals(pair.Item2))
            .Sample((left, right) => SourceFingerprint.Of(left) != SourceFingerprint.Of(right));

    [Fact]
    public void With_and_Without_are_as_if_the_set_had_been_changed() =>
        Gen.Select(Sets, Gen.Int[0, 12]).Sample((set, cut) =>
        {
            var (some, rest) = (set.Take(cut).ToArray(), set.Skip(cut).ToArray());
            var whole = SourceFingerprint.Of(set);
            return SourceFingerprint.Without(whole, some) == SourceFingerprint.Of(rest)
                && SourceFingerprint.With(SourceFingerprint.Of(rest), some) == whole;
        });

    [Fact]
    public void It_is_32_hex_digits_for_every_set() =>
        Sets.Sample(set => SourceFingerprint.Of(set) is { Length: 32 } text && text.All(char.IsAsciiHexDigitLower));
}
