using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Planning;

public class CoverageTallyTests
{
    [Fact]
    public void P25_both_figures_are_counted_of_what_can_be_mirrored_and_of_all_that_is_selected()
    {
        var plan = GivenPlan.Of(("eni-1", "Covered"), ("eni-2", "Covered"), ("eni-3", "Pending")).Beyond(
            ("eni-4", "NotInUse"), ("eni-5", "IsTarget"), ("eni-6", "Excluded"), ("eni-7", "NoInterface"),
            ("eni-8", "SharedInterfaceSkipped")) with
        {
            Packing = new PackingResult { CrossZone = 1 },
            Memory = new PolicyMemory { Leaving = new Dictionary<string, DateTimeOffset> { ["eni-9"] = GivenPlan.Now } },
        };
        Assert.Equal(
            new InterfaceCounts
            {
                Selected = 6, Mirrorable = 3, Covered = 2, Coverage = 66, Leaving = 1, CrossZone = 1, Summary = "2/3",
            },
            CoverageTally.Counts(plan));
    }

    [Theory]
    [InlineData(0, 0, 100)]
    [InlineData(199, 200, 99)]
    [InlineData(200, 200, 100)]
    [InlineData(0, 3, 0)]
    public void P25_the_share_is_never_rounded_up_to_all(int covered, int all, int percent)
    {
        var plan = GivenPlan.Of([.. Enumerable.Range(0, all).Select(i => ($"eni-{i}", i < covered ? "Covered" : "Pending"))]);
        Assert.Equal(percent, CoverageTally.Counts(plan).Coverage);
    }

    [Fact]
    public void P27_reasons_come_most_frequent_first_with_ten_ids_each_in_order()
    {
        var plan = GivenPlan.Of([
            ("eni-0", "Covered"), ("eni-z", "Held"), .. Enumerable.Range(10, 12).Reverse().Select(i => ($"eni-{i}", "Pending")),
        ]).Beyond(("eni-y", "Excluded"));
        var reasons = CoverageTally.Reasons(plan);
        Assert.Equal([("Pending", 12), ("Excluded", 1), ("Held", 1)], reasons.Select(one => (one.Reason, one.Count)));
        Assert.Equal(Enumerable.Range(10, 10).Select(i => $"eni-{i}"), reasons[0].Ids);
    }

    [Fact]
    public void P24_pods_whose_interface_is_not_known_count_as_no_interface_with_or_without_ids()
    {
        var nothing = SelectionResult.Nothing with { PodsWithoutInterface = 2 };
        var alone = Assert.Single(CoverageTally.Reasons(GivenPlan.Of() with { Selection = nothing }));
        Assert.Equal(("NoInterface", 2, 0), (alone.Reason, alone.Count, alone.Ids.Count));
        var both = Assert.Single(CoverageTally.Reasons(GivenPlan.Of().Beyond(("eni-1", "NoInterface")) with { Selection = nothing }));
        Assert.Equal(("NoInterface", 3), (both.Reason, both.Count));
        Assert.Equal(["eni-1"], both.Ids);
    }

    [Fact]
    public void With_everything_covered_there_is_no_reason() => Assert.Empty(CoverageTally.Reasons(GivenPlan.Of(("eni-1", "Covered"))));
}
