using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>
/// What is said of a filter and contradicts itself, or is not understood, is not believed (rule 11); other filters are read.
/// </summary>
public class FilterListingTests
{
    public static TheoryData<string> Cases => [.. Doubtful.Keys];

    private static Dictionary<string, ListedTrafficMirrorFilter> Doubtful => new()
    {
        ["which Ingress rules tmf-a has"] = Filter() with { IngressRules = null },
        ["which Egress rules tmf-a has"] = Filter() with { EgressRules = new([], unreadable: 1) },
        ["a rule of tmf-a without an id"] = Filter(Rule("tmr-1", 1) with { TrafficMirrorFilterRuleId = null }),
        ["which priority tmr-1 has"] = Filter(Rule("tmr-1", 1) with { Priority = null }),
        ["or its priority, twice"] = Filter(Rule("tmr-1", 1), Rule("tmr-2", 1)),
        ["a rule of tmf-a, or"] = Filter(Rule("tmr-1", 1), Rule("tmr-1", 2)),
        ["tmr-1 in both directions"] = Filter(Rule("tmr-1", 1)) with { EgressRules = new([Rule("tmr-1", 1)]) },
        ["tmr-1 among the Ingress rules, which it calls egress"] = Filter(Rule("tmr-1", 1) with { TrafficDirection = "egress" }),
        ["tmr-1 among those of tmf-a, which it gives to tmf-b"] = Filter(Rule("tmr-1", 1) with { TrafficMirrorFilterId = "tmf-b" }),
        ["has the action 'mirror', which this release does not know: change"] = Filter(Rule("tmr-1", 1) with { Action = "mirror" }),
        ["has the protocol 'GRE', which this release does not know: change"] = Filter(Rule("tmr-1", 1) with { Protocol = "GRE" }),
        ["has the address block '', which"] = Filter(Rule("tmr-1", 1) with { SourceCidrBlock = null }),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_filter_of_which_something_doubtful_is_said_is_unreadable(string what)
    {
        var list = List(Doubtful[what], Filter() with { TrafficMirrorFilterId = "tmf-b" });
        Assert.Contains(what, Assert.Throws<CloudException>(() => list.Find("tmf-a")).Detail, StringComparison.Ordinal);
        Assert.NotNull(list.Find("tmf-b"));
    }

    [Fact]
    public void What_the_cloud_leaves_out_of_a_rule_does_not_make_it_unreadable()
    {
        var rule = Rule("tmr-1", 1) with { TrafficDirection = "Ingress", TrafficMirrorFilterId = null, SourcePortRange = null };
        Assert.Single(List(Filter(rule)).Find("tmf-a")!.Rules);
    }

    private static FilterInventory List(params ListedTrafficMirrorFilter[] filters)
    {
        var listing = new FilterListing();
        listing.Add(new ListTrafficMirrorFiltersResponse
        {
            RequestId = "r", TotalCount = $"{filters.Length}", TrafficMirrorFilters = new(filters),
        });
        return listing.Complete();
    }

    private static ListedTrafficMirrorFilter Filter(params ListedFilterRule[] ingress) => new()
    {
        TrafficMirrorFilterId = "tmf-a", TrafficMirrorFilterStatus = "Created", IngressRules = new(ingress), EgressRules = new([]),
    };

    private static ListedFilterRule Rule(string id, int priority) => new()
    {
        TrafficMirrorFilterRuleId = id, Priority = priority, TrafficMirrorFilterRuleStatus = "Created", Action = "accept",
        Protocol = "ALL", SourceCidrBlock = "0.0.0.0/0", DestinationCidrBlock = "0.0.0.0/0",
    };
}
