using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Policies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;
using PlannedEnding = VpcMirrorOperator.Kinds.Sessions.Planning.ChildEnding;
using SimulatedEnding = VpcMirrorOperator.Core.Tests.Kinds.Policies.World.ChildEnding;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

public class ChildEndingTests
{
    private static readonly PolicyMode[] Modes = Enum.GetValues<PolicyMode>();

    [Fact]
    public void P18_a_child_ends_as_the_simulated_one_does_in_every_case()
    {
        var (cases, differences) = (0, new List<string>());
        foreach (var one in All)
        {
            cases++;
            if (Deletes(one) != SimulatedEnding.Deletes(World(one), Simulated(one))) differences.Add(one.ToString());
        }

        Assert.Equal(3 * 2 * 4 * 4 * 2 * 2 * 2, cases);
        Assert.Empty(differences);
    }

    [Fact]
    public void P18_who_deletes_the_child_of_a_living_policy_by_hand_does_not_end_its_session() => Assert.All(
        All.Where(one => one is { Policy: "alive", IsClosing: false, IsNamespaceEnding: false }), one => Assert.False(Deletes(one)));

    [Fact]
    public void P18_a_marked_child_of_a_living_policy_takes_its_session_with_it() => Assert.All(
        All.Where(one => one is
        {
            Policy: "alive", IsClosing: true, IsNamespaceEnding: false, Mode: PolicyMode.Sync, OfPolicy: PolicyMode.Sync,
        }),
        one => Assert.True(Deletes(one)));

    [Fact]
    public void P18_a_policy_that_ends_decides_for_all_its_sessions_marked_or_not() => Assert.All(
        All.Where(one => (one.Policy == "deleting" || (one.Policy == "alive" && one.IsNamespaceEnding)) && one.Mode == PolicyMode.Sync),
        one => Assert.Equal(one.PolicyDeletes && one.OfPolicy == PolicyMode.Sync, Deletes(one)));

    [Fact]
    public void P18_of_a_policy_that_is_gone_or_has_another_uid_the_childs_own_word_counts() => Assert.All(
        All.Where(one => one.Policy == "gone" && one.Mode == PolicyMode.Sync),
        one => Assert.Equal(one.IsClosing || one.ChildDeletes, Deletes(one)));

    [Fact]
    public void P17_whoever_only_watches_adds_or_is_suspended_deletes_nothing() =>
        Assert.All(All.Where(one => one.Mode != PolicyMode.Sync), one => Assert.False(Deletes(one)));

    [Fact]
    public void P18_before_its_first_create_a_policy_must_live()
    {
        Assert.True(PlannedEnding.MayCreate(Policy(new Case("alive", false, default, default, true, true, false))));
        Assert.False(PlannedEnding.MayCreate(Policy(new Case("deleting", false, default, default, true, true, false))));
        Assert.False(PlannedEnding.MayCreate(null));
    }

    private static IEnumerable<Case> All =>
        from policy in new[] { "alive", "deleting", "gone" }
        from closing in new[] { false, true }
        from mode in Modes
        from ofPolicy in Modes
        from policyDeletes in new[] { false, true }
        from childDeletes in new[] { false, true }
        from ending in new[] { false, true }
        select new Case(policy, closing, mode, ofPolicy, policyDeletes, childDeletes, ending);

    private static bool Deletes(Case one) => PlannedEnding.Deletes(Child(one), Policy(one), one.IsNamespaceEnding);

    private static TrafficMirrorSession Child(Case one)
    {
        var child = Given.Declared(["eni-1"], spec => spec with
        {
            DeletionPolicy = one.ChildDeletes ? DeletionPolicy.Delete : DeletionPolicy.Retain,
            Suspend = one.Mode == PolicyMode.Suspended, ManagementPolicy = Managed(one.Mode),
        });
        return one.IsClosing ? child.Annotated(Annotations.Closing, "true") : child;
    }

    private static TrafficMirrorPolicy? Policy(Case one) => one.Policy == "gone" ? null : new TrafficMirrorPolicy
    {
        Metadata = new ObjectMeta { Uid = "1", DeletionTimestamp = one.Policy == "deleting" ? Given.Now : null },
        Spec = PolicyRig.Spec() with
        {
            DeletionPolicy = one.PolicyDeletes ? DeletionPolicy.Delete : null,
            Suspend = one.OfPolicy == PolicyMode.Suspended, ManagementPolicy = Managed(one.OfPolicy),
        },
    };

    private static ManagementPolicy? Managed(PolicyMode mode) => mode switch
    {
        PolicyMode.AddOnly => ManagementPolicy.AddOnly,
        PolicyMode.Observe => ManagementPolicy.Observe,
        _ => null,
    };

    private static PolicyWorld World(Case one)
    {
        var world = new PolicyWorld { IsOne = true, NamespaceEnds = one.IsNamespaceEnding };
        // Gone, or another policy of that name.
        world.Policies["p"] = new SimPolicy("p", one.Policy == "gone" ? 2 : 1, [], 1, 2, 10, one.PolicyDeletes)
        {
            Deleting = one.Policy == "deleting" ? "background" : "", Mode = one.OfPolicy,
        };
        return world;
    }

    private static SimChild Simulated(Case one) => new(
        new ChildState
        {
            Key = new ObjectKey("ns", "p-1"), Uid = "u", ResourceVersion = "1", Owner = new ChildOwner("p", "1"), TargetId = "t",
            Priority = 1, Shape = new SessionShape(), Sources = Ids.None, IsClosing = one.IsClosing, Mode = one.Mode,
            DeletionPolicy = one.ChildDeletes ? DeletionPolicy.Delete : DeletionPolicy.Retain,
        }, "tms-1", null);

    private sealed record Case(
        string Policy, bool IsClosing, PolicyMode Mode, PolicyMode OfPolicy, bool PolicyDeletes, bool ChildDeletes, bool IsNamespaceEnding);
}
