using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Two objects for one session: the older one owns it, and all agree on which that is.</summary>
public class OwnershipTests
{
    [Theory]
    [InlineData("b", 1, "a", 2, "b")]
    [InlineData("a", 1, "b", 1, "a")] // created in the same second: the name decides
    [InlineData("a", null, "b", 2, "b")] // not created yet
    public void The_older_object_owns_the_session(string left, int? leftDay, string right, int? rightDay, string owner)
    {
        TrafficMirrorSession[] all = [Named(left, leftDay), Named(right, rightDay)];
        foreach (var one in all)
        {
            var other = Ownership.OwnerOtherThan(one, all);
            Assert.Equal(one.Metadata.Name == owner ? null : owner, other?.Name);
            Assert.Equal(other, Ownership.OwnerOtherThan(one, [.. all.Reverse()]));
        }
    }

    [Fact]
    public void An_object_alone_owns_its_session() => Assert.Null(Ownership.OwnerOtherThan(Named("a", 1), [Named("a", 1)]));

    private static TrafficMirrorSession Named(string name, int? day)
    {
        var declared = Given.Declared([]);
        return declared with
        {
            Metadata = declared.Metadata with { Name = name, CreationTimestamp = day is { } d ? Given.Now.AddDays(d) : null },
        };
    }
}
