using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Selection;

public class PolicySelectionTests
{
    private readonly List<InterfaceRecord> _interfaces =
    [
        new()
        {
            Id = "eni-1", Zone = "a", VpcId = "vpc-1", VSwitchId = "vsw-1", SecurityGroupIds = ["sg-1", "sg-2"],
            Type = InterfaceType.Primary,
        },
        new()
        {
            Id = "eni-2", Zone = "b", VpcId = "vpc-1", VSwitchId = "vsw-2", Tags = Map("team", "shop"), ResourceGroupId = "rg-1",
            Type = InterfaceType.Secondary,
        },
        new() { Id = "eni-3", VpcId = "vpc-2", VSwitchId = "vsw-3", Type = InterfaceType.Member },
    ];

    private readonly List<PodRecord> _pods =
    [
        new("u1", "shop", Map("app", "web"), ["eni-1"]), new("u2", "shop", Map("app", "db"), ["eni-2"]),
        new("u3", "bank", Map("app", "web"), ["eni-2"]), new("u4", "shop", Map("app", "web"), []),
    ];

    private readonly List<NodeRecord> _nodes = [new("n1", Map("pool", "gpu"), "eni-1", ["eni-1", "eni-3"])];

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _namespaces = new()
    {
        ["shop"] = Map("env", "prod"), ["bank"] = Map("env", "prod"), ["dev"] = Map("env", "dev"),
    };

    [Fact]
    public void P1_the_union_of_all_entries_is_selected()
    {
        var result = Of([new() { NetworkInterfaceIds = ["eni-3"] }, Pods(new LabelSelector { MatchLabels = Map("app", "db") })]);
        Assert.Equal(["eni-2", "eni-3"], result.Selected.Keys.Order());
        Assert.True(result.Selected["eni-3"].Causes.Itself);
        Assert.Equal(["u2"], result.Selected["eni-2"].Causes.Pods);
    }

    [Fact]
    public void P1_without_namespace_selector_only_the_own_namespace_is_meant()
    {
        var result = Of([Pods(new LabelSelector { MatchLabels = Map("app", "web") })]);
        Assert.Equal(["eni-1"], result.Selected.Keys);
        Assert.Equal((2, 1), (result.Pods, result.PodsWithoutInterface));
    }

    [Fact]
    public void P1_an_empty_namespace_selector_means_all_and_an_empty_pod_selector_all_pods()
    {
        var all = Of([new() { Pods = new PodSource { NamespaceSelector = new LabelSelector(), PodSelector = new LabelSelector() } }]);
        Assert.Equal(4, all.Pods);
        var prod = new PodSource { NamespaceSelector = new LabelSelector { MatchLabels = Map("env", "prod") } };
        Assert.Equal(["u2", "u3"], Of([new() { Pods = prod }]).Selected["eni-2"].Causes.Pods.Order());
        var dev = new PodSource { NamespaceSelector = new LabelSelector { MatchLabels = Map("env", "dev") } };
        Assert.Empty(Of([new() { Pods = dev }]).Selected);
    }

    [Theory]
    [InlineData("vpc", "eni-1 eni-2")]
    [InlineData("vswitches", "eni-1 eni-3")]
    [InlineData("group", "eni-1")]
    [InlineData("resource group", "eni-2")]
    [InlineData("tags", "eni-2")]
    [InlineData("types", "eni-1 eni-3")]
    [InlineData("two", "")]
    public void P3_attributes_are_evaluated_on_what_the_inventory_returned(string which, string ids)
    {
        var source = which switch
        {
            "vpc" => new InterfaceSource { VpcId = "vpc-1" },
            "vswitches" => new InterfaceSource { VSwitchIds = ["vsw-1", "vsw-3"] },
            "group" => new InterfaceSource { SecurityGroupId = "sg-2" },
            "resource group" => new InterfaceSource { ResourceGroupId = "rg-1" },
            "tags" => new InterfaceSource { Tags = Map("team", "shop") },
            "types" => new InterfaceSource { Types = [InterfaceType.Primary, InterfaceType.Member] },
            _ => new InterfaceSource { VpcId = "vpc-2", Tags = Map("team", "shop") },
        };
        Assert.Equal(ids, string.Join(' ', Of([new() { NetworkInterfaces = source }]).Selected.Keys.Order()));
    }

    [Theory]
    [InlineData(null, "eni-1")]
    [InlineData(NodeInterfaces.All, "eni-1 eni-3")]
    public void Of_a_node_the_primary_interface_is_meant_or_all(NodeInterfaces? which, string ids)
    {
        var result = Of([new() { Nodes = new NodeSource { NodeSelector = new LabelSelector(), Interfaces = which } }]);
        Assert.Equal(ids, string.Join(' ', result.Selected.Keys.Order()));
        Assert.Equal(1, result.Nodes);
    }

    [Fact]
    public void P2_an_excluded_pod_is_not_selected_and_its_neighbour_is_shared()
    {
        SourceEntry everything = new() { Pods = new PodSource { NamespaceSelector = new LabelSelector() } };
        SourceEntry bank = new() { Pods = new PodSource { NamespaceSelector = new LabelSelector(), PodSelector = Web } };
        var mirrored = Of([everything], [bank]);
        Assert.Equal(["u2"], mirrored.Selected["eni-2"].Causes.Pods);
        Assert.Equal(1, mirrored.OtherPods);
        var skipped = Of([everything], [bank], skips: true);
        Assert.Equal(["eni-2"], skipped.Skipped);
        Assert.DoesNotContain("eni-2", skipped.Selected.Keys);
    }

    [Fact]
    public void P2_an_excluded_interface_is_left_out_whatever_selects_it()
    {
        SourceEntry nodes = new() { Nodes = new NodeSource { NodeSelector = new LabelSelector() } };
        var result = Of([Pods(Web), new() { NetworkInterfaceIds = ["eni-1"] }], [nodes]);
        Assert.Empty(result.Selected);
        Assert.Equal(["eni-1"], result.Excluded);
    }

    [Fact]
    public void Under_skip_a_node_that_is_selected_as_such_keeps_its_interface()
    {
        var result = Of([new() { Nodes = new NodeSource { NodeSelector = new LabelSelector() } }, Pods(Web)], skips: true);
        Assert.Contains("eni-1", result.Selected.Keys);
    }

    [Fact]
    public void An_id_that_the_region_does_not_have_is_named()
    {
        var result = Of([new() { NetworkInterfaceIds = ["eni-9", "eni-1"] }]);
        Assert.Equal(["eni-9"], result.Missing);
        Assert.Equal("a", result.Selected["eni-1"].Zone);
    }

    private static LabelSelector Web => new() { MatchLabels = Map("app", "web") };

    private static SourceEntry Pods(LabelSelector selector) => new() { Pods = new PodSource { PodSelector = selector } };

    private static Dictionary<string, string> Map(string key, string value) => new() { [key] = value };

    private SelectionResult Of(SourceEntry[] sources, SourceEntry[]? exclude = null, bool skips = false) =>
        PolicySelection.Evaluate(new SelectionInput
        {
            Namespace = "shop", Sources = sources, Exclude = exclude ?? [], SkipsShared = skips, Interfaces = _interfaces, Pods = _pods,
            Nodes = _nodes, Namespaces = _namespaces,
        });
}
