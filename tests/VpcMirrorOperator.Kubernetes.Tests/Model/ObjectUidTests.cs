using CsCheck;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Model;

public class ObjectUidTests
{
    private static readonly Gen<string> Uuids = Gen.Guid.Select(uuid => uuid.ToString());
    private static readonly Gen<string> NearlyUuids = Gen.Select(Uuids, Gen.Int[0, 35], Gen.Char["0aAzZ-{ "]).Select((text, at, other) =>
        text[..at] + other + text[(at + 1)..]);
    private static readonly Gen<string> Numbers = Gen.ULong.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    private static readonly Gen<string> NearlyNumbers = Gen.String[Gen.Char["0019 +-.e"], 0, 22];
    private static readonly Gen<string> Texts = Gen.OneOf(Uuids, NearlyUuids, Numbers, NearlyNumbers, Gen.String);

    [Fact]
    public void Uid_and_version_read_as_they_were_written_whatever_they_are() => Texts.Sample(text =>
    {
        var meta = new ObjectMeta { Uid = text, ResourceVersion = text };
        return meta.Uid == text && meta.ResourceVersion == text;
    });

    [Fact]
    public void Equal_texts_and_no_others_are_the_same_life_and_version() => Gen.Select(Texts, Texts).Sample((left, right) =>
    {
        var (one, other) = (Meta(left), Meta(right));
        return (one.Life == other.Life) == (left == right) && one.IsVersionOf(other) == (left == right) && one.IsVersionOf(Meta(left));
    });

    [Fact]
    public void Metadata_without_uid_and_version_has_empty_ones()
    {
        Assert.Equal(("", ""), (new ObjectMeta().Uid, new ObjectMeta().ResourceVersion));
        Assert.True(new ObjectMeta().IsVersionOf(Meta("")));
    }

    private static ObjectMeta Meta(string text) => new() { Uid = text, ResourceVersion = text };
}
