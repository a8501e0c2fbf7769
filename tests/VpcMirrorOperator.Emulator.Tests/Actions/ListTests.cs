using System.Globalization;

namespace VpcMirrorOperator.Emulator.Tests.Actions;

public class ListTests
{
    [Fact]
    public void Pages_cover_every_session_once_and_the_last_has_no_token()
    {
        var stage = Many(25);
        var seen = new List<string>();
        string? token = null;
        do
        {
            var body = stage.List([("MaxResults", "7"), .. Token(token)]).Body;
            Assert.Equal("25", body["TotalCount"]!.GetValue<string>());
            seen.AddRange(body["TrafficMirrorSessions"]!.AsArray().Select(s => s!["TrafficMirrorSessionId"]!.GetValue<string>()));
            token = body["NextToken"]?.GetValue<string>();
        }
        while (token is not null);
        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(25, seen.Count);
    }

    [Fact]
    public void A_session_deleted_between_pages_does_not_shift_the_rest()
    {
        var stage = Many(6);
        var first = stage.List(("MaxResults", "3")).Body;
        var shown = first["TrafficMirrorSessions"]![0]!["TrafficMirrorSessionId"]!.GetValue<string>();
        stage.Emulator.DeleteSession("main", Stage.Region, shown);
        var second = stage.List(("MaxResults", "3"), ("NextToken", first["NextToken"]!.GetValue<string>())).Body;
        Assert.Equal(3, second["TrafficMirrorSessions"]!.AsArray().Count);
    }

    [Fact]
    public void Ten_sessions_are_a_page_unless_told() => Assert.Equal(10, Many(25).List().Body["TrafficMirrorSessions"]!.AsArray().Count);

    [Theory]
    [InlineData("MaxResults", "0", "IllegalParam.MaxResults")]
    [InlineData("MaxResults", "101", "IllegalParam.MaxResults")]
    [InlineData("MaxResults", "100", "OK")]
    [InlineData("Enabled", "maybe", "IllegalParam.Enabled")]
    [InlineData("Priority", "0", "IllegalParam.Priority")]
    [InlineData("NextToken", "not a token", "IllegalParam.NextToken")]
    [InlineData("NextToken", "AAAA", "IllegalParam.NextToken")]
    public void Parameters_have_their_documented_ranges(string name, string value, string code) =>
        Assert.Equal(code, new Stage().List((name, value)).Code);

    [Fact]
    public void A_page_token_is_bound_to_the_other_parameters_and_to_the_emulator()
    {
        var stage = Many(25);
        var token = stage.List(("Enabled", "true")).Body["NextToken"]!.GetValue<string>();
        Assert.Equal("IllegalParam.NextToken", stage.List(("NextToken", token)).Code);
        Assert.Equal("IllegalParam.NextToken", Many(25, randomSeed: 1).List(("Enabled", "true"), ("NextToken", token)).Code);
        var own = stage.List(("Enabled", "True")).Body["NextToken"]!.GetValue<string>();
        Assert.Equal("OK", stage.List(("Enabled", "True"), ("NextToken", own)).Code);
    }

    [Fact]
    public void At_most_100_ids_can_be_asked_for()
    {
        (string, string)[] Ids(int count) => [.. Enumerable.Range(1, count).Select(i => ($"TrafficMirrorSessionIds.{i}", $"tms-{i:d3}"))];
        var stage = Many(120);
        Assert.Equal("100", stage.List([("MaxResults", "100"), .. Ids(100)]).Body["TotalCount"]!.GetValue<string>());
        Assert.Equal("IllegalParam.TrafficMirrorSessionIds", stage.List(Ids(101)).Code);
    }

    [Theory]
    [InlineData("TrafficMirrorSessionName", "second", "tms-b")]
    [InlineData("Enabled", "FALSE", "tms-b")]
    [InlineData("Priority", "2", "tms-b")]
    [InlineData("VirtualNetworkId", "7", "tms-b")]
    [InlineData("TrafficMirrorSourceId", "eni-2", "tms-a")]
    [InlineData("TrafficMirrorSourceId", "eni-3", "")]
    [InlineData("TrafficMirrorTargetId", "eni-nobody", "")]
    [InlineData("TrafficMirrorFilterId", "tmf-emulatedfilter", "tms-a tms-b")]
    [InlineData("ResourceGroupId", "rg-none", "")]
    [InlineData("Tags.1.Key", "team", "tms-b")]
    public void A_filter_leaves_only_what_matches(string name, string value, string ids) =>
        Assert.Equal(ids, string.Join(' ', ListedIds(new Stage().List((name, value)))));

    [Fact]
    public void Filters_are_all_required()
    {
        var stage = new Stage();
        Assert.Equal(["tms-b"], ListedIds(stage.List(("Tags.1.Key", "team"), ("Tags.1.Value", "ids"), ("Enabled", "false"))));
        Assert.Empty(ListedIds(stage.List(("Tags.1.Key", "team"), ("Tags.1.Value", "other"))));
        Assert.Empty(ListedIds(stage.List(("TrafficMirrorSessionName", "second"), ("Enabled", "true"))));
    }

    [Fact]
    public void An_account_sees_only_its_own_sessions_and_regions()
    {
        var stage = new Stage();
        Assert.Equal(["tms-a"], ListedIds(stage.CallAs(Caller.Sts, "ListTrafficMirrorSessions", ("RegionId", Stage.Region))));
        var foreign = stage.CallAs(Caller.Sts, "ListTrafficMirrorSessions", ("RegionId", "cn-shenzhen"));
        Assert.Equal((404, "InvalidRegionId.NotFound"), (foreign.Status, foreign.Code));
        stage.Add("eni-9");
        stage.Pass(3);
        var others = stage.CallAs(Caller.Sts, "ListTrafficMirrorSessions", ("RegionId", Stage.Region), ("TrafficMirrorSourceId", "eni-9"));
        Assert.Empty(ListedIds(others));
    }

    [Fact]
    public void The_service_status_is_that_of_the_region()
    {
        var stage = new Stage();
        Assert.True(stage.Call("GetTrafficMirrorServiceStatus", ("RegionId", Stage.Region)).Body["Enabled"]!.GetValue<bool>());
        Assert.False(stage.Call("GetTrafficMirrorServiceStatus", ("RegionId", "cn-shenzhen")).Body["Enabled"]!.GetValue<bool>());
        Assert.Equal("OK", stage.Call("GetTrafficMirrorServiceStatus").Code);
    }

    private static IEnumerable<string> ListedIds(Answer answer) =>
        answer.Body["TrafficMirrorSessions"]!.AsArray().Select(s => s!["TrafficMirrorSessionId"]!.GetValue<string>());

    private static IEnumerable<(string, string)> Token(string? token) => token is null ? [] : [("NextToken", token)];

    private static Stage Many(int count, int randomSeed = 0)
    {
        var stage = new Stage(randomSeed: randomSeed);
        var seed = stage.Emulator.Export(settle: false);
        var sessions = Enumerable.Range(1, count)
            .Select(i => new SessionSeed { Id = "tms-" + i.ToString("d3", CultureInfo.InvariantCulture) }).ToList();
        stage.Emulator.Reset(seed with { Accounts = [seed.Accounts[0] with { Regions = [new(Stage.Region, true, sessions)] }] });
        return stage;
    }
}
