using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Kinds.Policies;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

public class PolicyRulesTests
{
    private static readonly SourceEntry Empty = new() { NetworkInterfaceIds = [] };
    private static readonly FilterReference Filter = new() { Name = "web" };

    private static readonly Dictionary<string, (TrafficMirrorPolicy Policy, string Fault)> Faults = new()
    {
        ["no sources"] = (GivenPolicy.With(spec => spec with { Sources = [] }), "spec.sources is empty"),
        ["empty source"] = (GivenPolicy.With(spec => spec with { Sources = [spec.Sources[0], Empty] }), "spec.sources[1]: "),
        ["empty exclusion"] = (GivenPolicy.With(spec => spec with { Exclude = [Empty] }), "spec.exclude[0]: "),
        ["no targets"] = (GivenPolicy.With(spec => spec with { Targets = [] }), "spec.targets is empty"),
        ["target twice"] = (GivenPolicy.With(spec => spec with { Targets = [spec.Targets[0], spec.Targets[0]] }), "spec.targets names lb-"),
        ["no filter"] = (GivenPolicy.With(spec => spec with { FilterId = null }), "Set exactly one of spec.filterRef and spec.filterId"),
        ["two filters"] = (GivenPolicy.With(spec => spec with { FilterRef = Filter }), "Set exactly one of spec.filterRef and"),
        ["from above to"] = (Range(9, 8), "spec.sessionTemplate.priorities"),
        ["from zero"] = (Range(0, 8), "spec.sessionTemplate.priorities"),
        ["beyond the last"] = (Range(1, 32767), "spec.sessionTemplate.priorities"),
        ["skip and add only"] = (
            GivenPolicy.With(spec => spec with
            {
                SharedInterfaces = SharedInterfaces.Skip, ManagementPolicy = ManagementPolicy.AddOnly,
            }), "spec.sharedInterfaces: Skip needs to remove"),
        ["long name"] = (Named(51), "The name has 51 characters: at most 50"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_schema_refuses_is_refused_on_servers_without_its_rules_too(string name) =>
        Assert.StartsWith(Faults[name].Fault, PolicyRules.Fault(Faults[name].Policy), StringComparison.Ordinal);

    [Fact]
    public void What_the_schema_takes_is_taken()
    {
        Assert.Null(PolicyRules.Fault(GivenPolicy.With()));
        Assert.Null(PolicyRules.Fault(Named(50)));
        Assert.Null(PolicyRules.Fault(Range(1, 32766)));
        Assert.Null(PolicyRules.Fault(Range(7, 7)));
        Assert.Null(PolicyRules.Fault(GivenPolicy.With(spec => spec with { FilterId = null, FilterRef = Filter })));
        Assert.Null(PolicyRules.Fault(GivenPolicy.With(spec => spec with { SharedInterfaces = SharedInterfaces.Skip })));
        Assert.Null(PolicyRules.Fault(GivenPolicy.With(spec => spec with { ManagementPolicy = ManagementPolicy.AddOnly })));
    }

    private static TrafficMirrorPolicy Range(int from, int to) =>
        GivenPolicy.Template(one => one with { Priorities = new PriorityRange(from, to) });

    private static TrafficMirrorPolicy Named(int length)
    {
        var policy = GivenPolicy.With();
        return policy with { Metadata = policy.Metadata with { Name = new string('a', length) } };
    }
}
