namespace VpcMirrorOperator.Emulator.Tests.Actions;

/// <summary>Filters and their rules by the calls of the API.</summary>
public class FilterTests
{
    private readonly Stage _stage = new();

    [Fact]
    public void A_new_filter_is_listed_with_its_rules()
    {
        var answer = _stage.In("CreateTrafficMirrorFilter", [
            ("TrafficMirrorFilterName", "web"), ("Tag.1.Key", "team"), ("Tag.1.Value", "ids"),
            .. Api.Rule("IngressRules", 1, 1, ("SourceCidrBlock", "10.0.0.0/8")),
            .. Api.Rule("EgressRules", 1, 1, ("Protocol", "TCP"), ("DestinationPortRange", "80/443"))]);
        Assert.Equal("OK", answer.Code);
        var filter = _stage.Filter(answer.Body.Text("TrafficMirrorFilterId"))!;
        Assert.Equal("Creating", filter.Text("TrafficMirrorFilterStatus"));
        _stage.Pass(3);
        filter = _stage.Filter(filter.Text("TrafficMirrorFilterId"))!;
        Assert.Equal(("Created", "web"), (filter.Text("TrafficMirrorFilterStatus"), filter.Text("TrafficMirrorFilterName")));
        var ingress = filter["IngressRules"]!.AsArray().Single()!;
        Assert.Equal(("ingress", "accept", "ALL"), (ingress.Text("TrafficDirection"), ingress.Text("Action"), ingress.Text("Protocol")));
        Assert.Equal(("10.0.0.0/8", "0.0.0.0/0"), (ingress.Text("SourceCidrBlock"), ingress.Text("DestinationCidrBlock")));
        Assert.Equal(("IPv4", "-1/-1"), (ingress.Text("IpVersion"), ingress.Text("SourcePortRange")));
        Assert.StartsWith("tmr-", ingress.Text("TrafficMirrorFilterRuleId"), StringComparison.Ordinal);
        Assert.Equal("Created", ingress.Text("TrafficMirrorFilterRuleStatus"));
    }

    [Fact]
    public void Rules_come_change_and_go_one_change_at_a_time()
    {
        var filter = _stage.NewFilter();
        var created = Rules(filter, Api.Rule("IngressRules", 1, 1));
        Assert.Equal("OK", created.Code);
        Assert.Equal("IncorrectStatus.TrafficMirrorFilter", Rules(filter, Api.Rule("IngressRules", 1, 2)).Code);
        Assert.Equal("Modifying", _stage.Filter(filter)!.Text("TrafficMirrorFilterStatus"));
        _stage.Pass(3);
        var rule = created.Body["IngressRules"]![0]!.Text("InstanceId");
        Assert.Equal("OK", Update(rule, ("RuleAction", "drop"), ("Priority", "9")).Code);
        Assert.Equal("IncorrectStatus.TrafficMirrorRule", Update(rule, ("RuleAction", "accept")).Code);
        Assert.Equal("IncorrectStatus.TrafficMirrorRule", _stage.In("DeleteTrafficMirrorFilter", ("TrafficMirrorFilterId", filter)).Code);
        Assert.Equal("OK", Rules(filter, Api.Rule("IngressRules", 1, 1)).Code);
        _stage.Pass(3);
        Assert.Equal("drop", _stage.Filter(filter)!["IngressRules"]![0]!.Text("Action"));
        Assert.Equal("OK", _stage.In(
            "DeleteTrafficMirrorFilterRules", ("TrafficMirrorFilterId", filter), ("TrafficMirrorFilterRuleIds.1", rule)).Code);
        _stage.Pass(3);
        Assert.Single(_stage.Filter(filter)!["IngressRules"]!.AsArray());
        Assert.Equal("ResourceNotFound.TrafficMirrorFilterRule", Update(rule, ("RuleAction", "drop")).Code);
    }

    [Fact]
    public void A_filter_is_deleted_only_when_no_session_uses_it()
    {
        var (filter, other) = (_stage.NewFilter(), _stage.NewFilter());
        var session = _stage.NewSession(filter, 100, ["eni-7"]);
        Assert.Equal("IncorrectStatus.TrafficMirrorFilter", Delete(filter).Code);
        Assert.Equal("OK", _stage.In(
            "UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", session), ("TrafficMirrorFilterId", other)).Code);
        Assert.Equal("IncorrectStatus.TrafficMirrorFilter", Delete(filter).Code);
        Assert.Equal("IncorrectStatus.TrafficMirrorFilter", Delete(other).Code);
        _stage.Pass(3);
        Assert.Equal("OK", Delete(filter).Code);
        Assert.Equal("Deleting", _stage.Filter(filter)!.Text("TrafficMirrorFilterStatus"));
        _stage.Pass(3);
        Assert.Null(_stage.Filter(filter));
        Assert.Equal("ResourceNotFound.TrafficMirrorFilter", Delete(filter).Code);
    }

    [Fact]
    public void Name_and_description_are_updated()
    {
        var filter = _stage.NewFilter(("TrafficMirrorFilterDescription", "old"));
        Assert.Equal("OK", _stage.In(
            "UpdateTrafficMirrorFilterAttribute", ("TrafficMirrorFilterId", filter), ("TrafficMirrorFilterName", "n")).Code);
        Assert.Equal("Modifying", _stage.Filter(filter)!.Text("TrafficMirrorFilterStatus"));
        _stage.Pass(3);
        var listed = _stage.Filter(filter)!;
        Assert.Equal(("n", "old"), (listed.Text("TrafficMirrorFilterName"), listed.Text("TrafficMirrorFilterDescription")));
    }

    [Fact]
    public void Filters_are_listed_by_pages_and_by_all_documented_conditions()
    {
        var named = _stage.NewFilter(
            ("TrafficMirrorFilterName", "web"), ("ResourceGroupId", "rg-a"), ("Tag.1.Key", "team"), ("Tag.1.Value", "x"));
        for (var i = 0; i < 4; i++) _stage.NewFilter();
        Assert.Equal([named], Listed(("TrafficMirrorFilterName", "web")));
        Assert.Equal([named], Listed(("ResourceGroupId", "rg-a")));
        Assert.Equal([named], Listed(("Tags.1.Key", "team")));
        Assert.Empty(Listed(("Tags.1.Key", "team"), ("Tags.1.Value", "y")));
        var first = _stage.In("ListTrafficMirrorFilters", ("MaxResults", "3")).Body;
        Assert.Equal((3, 3, "5"), (first["Count"]!.GetValue<int>(), first["MaxResults"]!.GetValue<int>(), first.Text("TotalCount")));
        var second = _stage.In("ListTrafficMirrorFilters", ("MaxResults", "3"), ("NextToken", first.Text("NextToken"))).Body;
        Assert.Equal(2, second["Count"]!.GetValue<int>());
        Assert.Null(second["NextToken"]);
    }

    [Theory]
    [InlineData("Action", "mirror", "IllegalParam.IngressRules.1.Action")]
    [InlineData("Protocol", "GRE", "IllegalParam.IngressRules.1.Protocol")]
    [InlineData("Priority", "0", "IllegalParam.IngressRules.1.Priority")]
    [InlineData("SourceCidrBlock", "10.0.0.0", "IllegalParam.IngressRules.1.SourceCidrBlock")]
    [InlineData("SourceCidrBlock", "::/0", "IllegalParam.IngressRules.1.SourceCidrBlock")]
    [InlineData("DestinationPortRange", "80/443", "IllegalParam.IngressRules.1.DestinationPortRange")]
    [InlineData("DestinationPortRange", "0/1", "IllegalParam.IngressRules.1.DestinationPortRange")]
    [InlineData("IpVersion", "IPv5", "IllegalParam.IngressRules.1.IpVersion")]
    public void A_wrong_rule_is_refused(string field, string value, string code)
    {
        Assert.Equal(code, _stage.In("CreateTrafficMirrorFilter", Api.Rule("IngressRules", 1, 1, (field, value))).Code);
    }

    [Fact]
    public void A_priority_is_used_once_in_a_direction()
    {
        Assert.Equal("IllegalParam.Priority", _stage.In(
            "CreateTrafficMirrorFilter", [.. Api.Rule("IngressRules", 1, 1), .. Api.Rule("IngressRules", 2, 1)]).Code);
        var filter = _stage.NewFilter([.. Api.Rule("IngressRules", 1, 1), .. Api.Rule("EgressRules", 1, 1)]);
        Assert.Equal("DuplicatedParam.Priority", Rules(filter, Api.Rule("IngressRules", 1, 1)).Code);
        var created = Rules(filter, Api.Rule("IngressRules", 1, 2));
        _stage.Pass(3);
        Assert.Equal("DuplicatedParam.Priority", Update(created.Body["IngressRules"]![0]!.Text("InstanceId"), ("Priority", "1")).Code);
    }

    [Fact]
    public void Ports_of_a_rule_go_with_their_protocol()
    {
        var filter = _stage.NewFilter();
        var created = Rules(filter, Api.Rule("EgressRules", 1, 1, ("Protocol", "UDP"), ("SourcePortRange", "53/53")));
        var rule = created.Body["EgressRules"]![0]!.Text("InstanceId");
        _stage.Pass(3);
        Assert.Equal("IllegalParam.DestinationPortRange", Update(rule, ("Protocol", "ICMP"), ("DestinationPortRange", "1/2")).Code);
        Assert.Equal("OK", Update(rule, ("Protocol", "ICMP")).Code);
        _stage.Pass(3);
        Assert.Equal("-1/-1", _stage.Filter(filter)!["EgressRules"]![0]!.Text("SourcePortRange"));
    }

    private Answer Rules(string filter, params (string Name, string Value)[] rules) =>
        _stage.In("CreateTrafficMirrorFilterRules", [("TrafficMirrorFilterId", filter), .. rules]);

    private Answer Update(string rule, params (string Name, string Value)[] fields) =>
        _stage.In("UpdateTrafficMirrorFilterRuleAttribute", [("TrafficMirrorFilterRuleId", rule), .. fields]);

    private Answer Delete(string filter) => _stage.In("DeleteTrafficMirrorFilter", ("TrafficMirrorFilterId", filter));

    private IEnumerable<string> Listed(params (string Name, string Value)[] conditions) =>
        _stage.In("ListTrafficMirrorFilters", conditions).Body["TrafficMirrorFilters"]!.AsArray()
            .Select(filter => filter!.Text("TrafficMirrorFilterId"));
}
