using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

/// <summary>Rule P10: the term of a leader, and children that remember a higher one.</summary>
public sealed class LeaderTermTests
{
    [Fact]
    public void P10_It_is_how_often_the_lease_has_changed_hands() => Assert.Equal(3, new LeaderTerm(() => 3, () => true).Over(Of(1, 3)));

    [Fact]
    public void P10_Whoever_leads_no_more_does_not_get_past_a_later_term() =>
        Assert.Equal(3, new LeaderTerm(() => 3, () => false).Over(Of(4)));

    [Fact]
    public void P10_A_lease_that_was_deleted_does_not_stop_its_new_leader()
    {
        var term = new LeaderTerm(() => 0, () => true);

        Assert.Equal(6, term.Over(Of(5, 2)));
        Assert.Equal(6, term.Over(Of(6, 2)));
    }

    [Fact]
    public void P10_A_policy_without_an_election_goes_on_where_an_elected_leader_stopped()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        foreach (var child in rig.Sessions.List().ToList())
            rig.Sessions.Replace(child.Annotated(Annotations.Term, "7"));

        rig.Start();
        rig.Edit(spec => spec with { SessionTemplate = spec.SessionTemplate with { PacketLength = 200 } });
        rig.RunUntil(() => rig.Sessions.List().All(child => child.Spec.Session!.PacketLength == 200));
        rig.RunUntilReady();
    }

    private static IEnumerable<ChildState> Of(params long[] terms) => terms.Select((term, i) => new ChildState
    {
        Key = new ObjectKey("ns", $"p-{i}"), Uid = $"{i}", ResourceVersion = "1", TargetId = "t", Priority = 1, Shape = new SessionShape(),
        Sources = new HashSet<string>(), Term = term,
    });
}
