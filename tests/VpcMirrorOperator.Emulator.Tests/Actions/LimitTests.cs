namespace VpcMirrorOperator.Emulator.Tests.Actions;

/// <summary>The account's limits: where each begins, its code, and that a setting raises it.</summary>
public class LimitTests
{
    private readonly Stage _stage = new(sources: "[]");
    private readonly string _filter;

    public LimitTests() => _filter = _stage.NewFilter();

    [Fact]
    public void A_session_holds_ten_sources()
    {
        var id = _stage.NewSession(_filter, 100, Stage.Ids(9));
        Assert.Equal("QuotaExceeded.TrafficMirrorSource", Add(id, Stage.Ids(2, 200)).Code);
        Assert.Equal("OK", Add(id, Stage.Ids(1, 200)).Code);
        _stage.Pass(3);
        Assert.Equal("QuotaExceeded.TrafficMirrorSource", Add(id, Stage.Ids(1, 300)).Code);
        _stage.Emulator.Settings = _stage.Emulator.Settings with { MaxSourcesPerSession = 11 };
        Assert.Equal("OK", Add(id, Stage.Ids(1, 300)).Code);
    }

    [Fact]
    public void An_interface_is_a_source_of_three_sessions()
    {
        for (var i = 0; i < 3; i++) _stage.NewSession(_filter, 100 + i, ["eni-7"]);
        var refused = _stage.CreateSession(_filter, 103, ["eni-8", "eni-7"]);
        Assert.Equal("QuotaExceeded.TrafficMirrorSessionPerSource", refused.Code);
        Assert.Contains("eni-7", refused.Message, StringComparison.Ordinal);
        Assert.Equal("QuotaExceeded.TrafficMirrorSessionPerSource", Add("tms-a", "eni-7").Code);
    }

    [Fact]
    public void A_source_that_is_being_added_counts_already()
    {
        _stage.NewSession(_filter, 100, ["eni-7"]);
        _stage.NewSession(_filter, 101, ["eni-7"]);
        Assert.Equal("OK", Add("tms-a", "eni-7").Code);
        Assert.Equal("QuotaExceeded.TrafficMirrorSessionPerSource", Add("tms-b", "eni-7").Code);
    }

    [Theory]
    [InlineData("NetworkInterface", "eni-small", 20)]
    [InlineData("NetworkInterface", "eni-large", 40)]
    [InlineData("SLB", "lb-1", 60)]
    public void A_target_takes_sources_by_its_kind(string type, string id, int most)
    {
        _stage.Emulator.Reset(EmulatorSeed.Parse(
            Stage.Yaml("maxSourcesPerLargeTarget: 40, maxSourcesPerLoadBalancer: 60")
                .Replace("  - id: cn-hongkong\n", "  - id: cn-hongkong\n        largeTargets: [eni-large]\n", StringComparison.Ordinal),
            "large"));
        var filter = _stage.NewFilter();
        (string, string)[] target = [("TrafficMirrorTargetId", id), ("TrafficMirrorTargetType", type)];
        for (var i = 0; i < most / 10; i++) _stage.NewSession(filter, 100 + i, Stage.Ids(10, 1000 + (10 * i)), target);
        Assert.Equal("QuotaExceeded.TrafficMirrorTarget", _stage.CreateSession(filter, 200, ["eni-1"], target).Code);
        var other = _stage.NewSession(filter, 200, ["eni-1"]);
        Assert.Equal("QuotaExceeded.TrafficMirrorTarget", _stage.In(
            "UpdateTrafficMirrorSessionAttribute", [("TrafficMirrorSessionId", other), .. target]).Code);
    }

    [Fact]
    public void A_source_is_not_the_target_of_its_session()
    {
        Assert.Equal("OperationDenied.SourceIsTarget", _stage.CreateSession(_filter, 100, ["eni-target"]).Code);
        var id = _stage.NewSession(_filter, 100, ["eni-7"]);
        Assert.Equal("OperationDenied.SourceIsTarget", Add(id, "eni-target").Code);
        Assert.Equal("OperationDenied.SourceIsTarget", _stage.In(
            "UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", id), ("TrafficMirrorTargetId", "eni-7"),
            ("TrafficMirrorTargetType", "NetworkInterface")).Code);
        _stage.Emulator.Settings = _stage.Emulator.Settings with { SourceMustDifferFromTarget = false };
        Assert.Equal("OK", Add(id, "eni-target").Code);
    }

    [Fact]
    public void A_priority_belongs_to_one_session_of_the_region()
    {
        Assert.Equal("DuplicatedParam.Priority", _stage.CreateSession(_filter, 1, ["eni-7"]).Code);
        Assert.Equal("DuplicatedParam.Priority", _stage.In(
            "UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", "tms-a"), ("Priority", "2")).Code);
        Assert.Equal("OK", _stage.In("UpdateTrafficMirrorSessionAttribute", ("TrafficMirrorSessionId", "tms-a"), ("Priority", "50")).Code);
        Assert.Equal("DuplicatedParam.Priority", _stage.CreateSession(_filter, 50, ["eni-7"]).Code);
    }

    [Fact]
    public void A_filter_holds_twenty_rules_and_an_account_a_hundred_filters()
    {
        var rules = Enumerable.Range(1, 10).SelectMany(i => (IEnumerable<(string, string)>)[
            .. Api.Rule("IngressRules", i, i), .. Api.Rule("EgressRules", i, i)]).ToArray();
        var filter = _stage.NewFilter(rules);
        Assert.Equal("QuotaExceeded.TrafficMirrorFilterRule", _stage.In(
            "CreateTrafficMirrorFilterRules", [("TrafficMirrorFilterId", filter), .. Api.Rule("IngressRules", 1, 11)]).Code);
        for (var i = 2; i < 100; i++) _stage.NewFilter();
        Assert.Equal("QuotaExceeded.TrafficMirrorFilter", _stage.In("CreateTrafficMirrorFilter").Code);
    }

    [Fact]
    public void The_code_of_a_refusal_is_a_setting()
    {
        _stage.Emulator.Settings = _stage.Emulator.Settings with { PriorityTakenCode = "Invalid.Other" };
        Assert.Equal("Invalid.Other", _stage.CreateSession(_filter, 1, ["eni-7"]).Code);
    }

    private Answer Add(string session, params string[] ids) =>
        _stage.In("AddSourcesToTrafficMirrorSession", [("TrafficMirrorSessionId", session), .. Stage.Indexed(ids)]);
}
