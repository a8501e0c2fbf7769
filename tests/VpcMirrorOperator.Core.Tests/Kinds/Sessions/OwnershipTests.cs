using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Two objects for one session: one owns it, and all agree on which that is. Namespaces are tenants.</summary>
public class OwnershipTests
{
    private static readonly TenancyRules Both = Allowing("one", "two");

    [Theory]
    [InlineData("b", 1, "a", 2, "b")]
    [InlineData("a", 1, "b", 1, "a")] // created in the same second: the name decides
    [InlineData("a", null, "b", 2, "b")] // not created yet
    public void The_older_object_owns_the_session(string left, int? leftDay, string right, int? rightDay, string owner)
    {
        TrafficMirrorSession[] all = [Named("one", left, leftDay), Named("one", right, rightDay)];
        foreach (var tenancy in new[] { TenancyRules.Unrestricted, TenancyRules.WithoutList, Both })
            foreach (var one in all)
            {
                var standing = Ownership.Of(one, all, tenancy);
                Assert.Equal(one.Metadata.Name == owner ? null : owner, standing.Owner?.Name);
                Assert.Null(standing.Refusal);
                Assert.Equal(standing, Ownership.Of(one, [.. all.Reverse()], tenancy));
                Assert.Equal(tenancy.IsRestricted ? SessionClaim.Granted : null, standing.Claim);
            }
    }

    [Fact]
    public void An_object_alone_owns_its_session() =>
        Assert.True(Ownership.Of(Named("one", "a", 1), [Named("one", "a", 1)], TenancyRules.WithoutList).Owns);

    [Fact]
    public void An_object_that_waited_for_another_namespace_does_not_get_the_session_when_it_is_alone()
    {
        TrafficMirrorSession[] all = [Named("one", "a", 1), Named("two", "b", 2)];
        var waiting = Ownership.Of(all[1], all, TenancyRules.WithoutList);
        Assert.Equal((Reasons.OwnershipConflict, SessionClaim.Waiting), (waiting.Refusal!.Reason, waiting.Claim));

        var left = all[1].Saying(waiting.Claim);
        var alone = Ownership.Of(left, [left], TenancyRules.WithoutList);
        Assert.Equal((false, null, SessionClaim.Waiting), (alone.Owns, alone.Owner, alone.Claim));
        Assert.Contains("delete this one and create it again", alone.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_object_of_the_owners_namespace_gets_the_session_before_an_older_one_that_waited()
    {
        TrafficMirrorSession[] all = [Named("one", "new", 9), Named("two", "waited", 2).Saying(SessionClaim.Waiting)];
        Assert.True(Ownership.Of(all[0], all, TenancyRules.WithoutList).Owns);
        Assert.Equal("new", Ownership.Of(all[1], all, TenancyRules.WithoutList).Owner?.Name);
    }

    [Fact]
    public void Who_waited_for_another_namespace_does_not_inherit_from_a_newer_object_of_its_own_either()
    {
        TrafficMirrorSession[] all =
            [Named("one", "new", 9).Saying(SessionClaim.Granted), Named("one", "waited", 2).Saying(SessionClaim.Waiting)];
        var waiting = Ownership.Of(all[1], all, TenancyRules.WithoutList);
        Assert.Equal(("new", SessionClaim.Waiting), (waiting.Owner?.Name, waiting.Claim));
    }

    [Fact]
    public void Who_waited_in_the_owners_own_namespace_takes_over()
    {
        TrafficMirrorSession[] left = [Named("one", "next", 3).Saying(SessionClaim.Granted), Named("two", "older", 2)];
        Assert.True(Ownership.Of(left[0], left, TenancyRules.WithoutList).Owns);
    }

    [Fact]
    public void An_older_object_that_comes_into_view_takes_nothing_from_another_namespace()
    {
        TrafficMirrorSession[] all = [Named("one", "owner", 5).Saying(SessionClaim.Granted), Named("two", "relabelled", 1)];
        Assert.True(Ownership.Of(all[0], all, TenancyRules.WithoutList).Owns);
        Assert.Equal(SessionClaim.Waiting, Ownership.Of(all[1], all, TenancyRules.WithoutList).Claim);
    }

    [Fact]
    public void A_lost_status_of_the_one_that_waited_is_made_up_for_while_the_owner_lives()
    {
        TrafficMirrorSession[] all = [Named("one", "owner", 5).Saying(SessionClaim.Granted), Named("two", "waited", 6)];
        Assert.Equal(SessionClaim.Waiting, Ownership.Of(all[1], all, TenancyRules.WithoutList).Claim);
    }

    [Fact]
    public void The_object_in_question_is_judged_as_it_was_read()
    {
        TrafficMirrorSession[] cached = [Named("two", "waited", 6), Named("one", "newcomer", 7)];
        Assert.False(Ownership.Of(cached[0].Saying(SessionClaim.Waiting), cached, TenancyRules.WithoutList).Owns);
    }

    [Fact]
    public void Where_the_list_names_both_namespaces_the_session_passes_between_them()
    {
        TrafficMirrorSession[] all = [Named("one", "a", 1), Named("two", "b", 2).Saying(SessionClaim.Waiting)];
        var waiting = Ownership.Of(all[1], all, Both);
        Assert.Equal(("a", Reasons.OwnershipConflict), (waiting.Owner?.Name, waiting.Refusal?.Reason));
        Assert.True(Ownership.Of(all[1], [all[1]], Both).Owns);
    }

    [Fact]
    public void Whom_the_list_refuses_stands_in_nobodys_way()
    {
        TrafficMirrorSession[] all = [Named("three", "first", 1).Saying(SessionClaim.Granted), Named("two", "b", 2)];
        Assert.True(Ownership.Of(all[1], all, Both).Owns);
        var refused = Ownership.Of(all[0], all, Both);
        Assert.Equal((Reasons.NotAllowed, SessionClaim.Waiting), (refused.Refusal!.Reason, refused.Claim));
        Assert.Contains("does not name namespace three", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.False(Ownership.Of(all[0], [all[0]], Both).Owns);
    }

    [Fact]
    public void Outside_a_cluster_the_oldest_owns_whatever_its_namespace_and_nothing_is_recorded()
    {
        TrafficMirrorSession[] all = [Named("one", "a", 1), Named("two", "b", 2)];
        Assert.Equal(new Standing(null, null, null), Ownership.Of(all[0], all, TenancyRules.Unrestricted));
        Assert.Equal(new Standing(all[0].Key(), null, null), Ownership.Of(all[1], all, TenancyRules.Unrestricted));
    }

    private static TenancyRules Allowing(params string[] namespaces) => TenancyRules.Of(
        namespaces.Select(one => KeyValuePair.Create(one, new NamespaceRights([Given.Region], [Given.SessionId]))));

    private static TrafficMirrorSession Named(string space, string name, int? day)
    {
        var declared = Given.Declared([]);
        return declared with
        {
            Metadata = declared.Metadata with
            {
                Namespace = space, Name = name, CreationTimestamp = day is { } d ? Given.Now.AddDays(d) : null,
            },
        };
    }
}
