using System.Security.Cryptography;
using System.Text;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle;

/// <summary>Rules S1 and S2: what marks a thing as an object's.</summary>
public class IdentityTagsTests
{
    private static readonly ObjectIdentity Self = new("cluster-1", "tms", "ids", "web", "uid-1");

    [Fact]
    public void S1_The_tags_name_cluster_kind_object_and_owner()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("ids/web")))[..32];
        Assert.Equal(
            [
                ("vpcmirror.io/created-by", $"cluster-1/tms/{hash}"), ("vpcmirror.io/owner", "uid-1"), ("vpcmirror.io/object", "ids/web"),
            ],
            IdentityTags.Of(Self).Select(tag => (tag.Key!, tag.Value!)));
    }

    [Fact]
    public void S1_Another_life_of_the_object_has_the_same_mark_and_another_owner()
    {
        var again = Self with { Uid = "uid-2" };
        Assert.Equal(Self.CreatedBy, again.CreatedBy);
        Assert.NotEqual(IdentityTags.Of(Self)[1].Value, IdentityTags.Of(again)[1].Value);
    }

    [Fact]
    public void S1_Every_part_of_the_identity_makes_another_mark()
    {
        ObjectIdentity[] all =
        [
            Self, Self with { Cluster = "cluster-2" }, Self with { ShortName = "tmf" }, Self with { Namespace = "idsw", Name = "eb" },
            Self with { Name = "web2" },
        ];
        Assert.Equal(all.Length, all.Select(one => one.CreatedBy).Distinct().Count());
    }

    [Fact]
    public void S1_No_value_is_longer_than_a_tag_may_be()
    {
        var longest = new ObjectIdentity(new string('c', 64), "tms", new string('n', 63), new string('o', 253), new string('u', 64));
        Assert.All(IdentityTags.Of(longest), tag => Assert.InRange(tag.Value!.Length, 1, 128));
    }

    [Theory]
    [InlineData("vpcmirror.io/created-by", true)]
    [InlineData("vpcmirror.io/anything", true)]
    [InlineData("VPCMirror.io/owner", true)]
    [InlineData("team", false)]
    [InlineData("example.com/vpcmirror.io/", false)]
    public void S1_Keys_of_the_operator_are_its_own(string key, bool isReserved) =>
        Assert.Equal(isReserved, ReservedTags.Include(key));

    [Fact]
    public void S1_The_name_in_a_tag_is_believed_only_with_the_mark_beside_it()
    {
        Assert.Equal("ids/web", IdentityTags.Believed("ids/web", Self.CreatedBy));
        Assert.Null(IdentityTags.Believed("ids/other", Self.CreatedBy));
        Assert.Null(IdentityTags.Believed("ids/web", null));
    }

    [Fact]
    public void S2_Only_the_mark_of_this_very_object_is_not_anothers()
    {
        Assert.False(new ListedMark("tms-1", Self.CreatedBy, "uid-9").IsOfAnother(Self));
        Assert.False(new ListedMark("tms-1", null, null).IsOfAnother(Self));
        Assert.True(new ListedMark("tms-1", (Self with { Name = "other" }).CreatedBy, "uid-1").IsOfAnother(Self));
    }
}
