namespace VpcMirrorOperator.Emulator.Tests.Actions;

/// <summary>Tags and resource groups of sessions and filters, and the service itself.</summary>
public class TagTests
{
    private readonly Stage _stage = new();

    [Fact]
    public void Tags_are_set_replaced_and_taken_away()
    {
        Assert.Equal("OK", Tag("tms-a", ("Tag.1.Key", "a"), ("Tag.1.Value", "1"), ("Tag.2.Key", "b")).Code);
        Assert.Equal("OK", Tag("tms-a", ("Tag.1.Key", "a"), ("Tag.1.Value", "2")).Code);
        Assert.Equal(["a=2", "b="], Tags(("ResourceId.1", "tms-a")));
        Assert.Equal("OK", Untag("tms-a", ("TagKey.1", "a"), ("All", "false")).Code);
        Assert.Equal(["b="], Tags(("ResourceId.1", "tms-a")));
        Assert.Equal("OK", Untag("tms-a", ("All", "true")).Code);
        Assert.Empty(Tags(("ResourceId.1", "tms-a")));
    }

    [Fact]
    public void A_change_of_tags_shows_after_the_delay_that_is_set_and_counts_at_once()
    {
        var stage = new Stage("tagDelay: 5s");
        Answer Tag(string key) => stage.In(
            "TagResources", ("ResourceType", "TRAFFICMIRRORSESSION"), ("ResourceId.1", "tms-a"), ("Tag.1.Key", key));
        string[] Shown() => [.. stage.Listed()["Tags"]!.AsArray().Select(tag => tag!.Text("Key"))];
        int Found() => stage.List(("Tags.1.Key", "a")).Body["TrafficMirrorSessions"]!.AsArray().Count;
        Assert.Equal("OK", Tag("a").Code);
        stage.Pass(3);
        Assert.Equal("OK", Tag("b").Code);
        Assert.Empty(Shown());
        stage.Pass(2);
        Assert.Equal(["a"], Shown());
        Assert.Equal(1, Found());
        stage.Pass(3);
        Assert.Equal(["a", "b"], Shown());
        for (var i = 1; i <= 18; i++) Assert.Equal("OK", Tag($"k{i}").Code);
        Assert.Equal("QuotaExceeded.TagsPerResource", Tag("one-more").Code);
        Assert.Equal(["a", "b"], Shown());
    }

    [Fact]
    public void The_tags_of_a_new_filter_show_after_the_delay()
    {
        var stage = new Stage("tagDelay: 5s");
        var filter = stage.In("CreateTrafficMirrorFilter", ("Tag.1.Key", "a"), ("Tag.1.Value", "1")).Body.Text("TrafficMirrorFilterId");
        Assert.Empty(stage.Filter(filter)!["Tags"]!.AsArray());
        stage.Pass(5);
        Assert.Equal("a", stage.Filter(filter)!["Tags"]![0]!.Text("Key"));
    }

    [Fact]
    public void Resources_are_found_by_their_tags_in_pages()
    {
        for (var i = 1; i <= 3; i++) Assert.Equal("OK", Tag("tms-b", ("Tag.1.Key", $"k{i}")).Code);
        Assert.Equal(4, Tags(("Tag.1.Key", "team"), ("Tag.1.Value", "ids")).Count);
        Assert.Empty(Tags(("Tag.1.Key", "team"), ("Tag.1.Value", "other")));
        var first = ListTags(("ResourceId.1", "tms-b"), ("MaxResults", "3")).Body;
        Assert.Equal(3, first["TagResources"]!["TagResource"]!.AsArray().Count);
        var second = ListTags(("ResourceId.1", "tms-b"), ("MaxResults", "3"), ("NextToken", first.Text("NextToken"))).Body;
        Assert.Equal("team", second["TagResources"]!["TagResource"]!.AsArray().Single()!.Text("TagKey"));
    }

    [Fact]
    public void The_type_is_known_in_any_case_and_filters_have_tags_too()
    {
        var filter = _stage.NewFilter();
        Assert.Equal("OK", _stage.In(
            "TagResources", ("ResourceType", "TrafficMirrorFilter"), ("ResourceId.1", filter), ("Tag.1.Key", "a")).Code);
        Assert.Equal("a", _stage.Filter(filter)!["Tags"]![0]!.Text("Key"));
    }

    [Theory]
    [InlineData("MissingParameter")]
    [InlineData("ResourceNotFound.TrafficMirrorSession", "ResourceId.1", "tms-none", "Tag.1.Key", "a")]
    [InlineData("IllegalParam.ResourceType", "ResourceType", "VPC", "ResourceId.1", "tms-a", "Tag.1.Key", "a")]
    [InlineData("MissingParameter", "ResourceId.1", "tms-a")]
    [InlineData("MissingParameter", "ResourceId.1", "tms-a", "Tag.1.Value", "a")]
    [InlineData("IllegalParam.Tag.1.Key", "ResourceId.1", "tms-a", "Tag.1.Key", "Aliyun-x")]
    [InlineData("IllegalParam.Tag.1.Value", "ResourceId.1", "tms-a", "Tag.1.Key", "x", "Tag.1.Value", "see https://x")]
    [InlineData("DuplicatedParam.TagKey", "ResourceId.1", "tms-a", "Tag.1.Key", "x", "Tag.2.Key", "x")]
    public void A_wrong_call_is_refused(string code, params string[] parameters)
    {
        var pairs = parameters.Chunk(2).Select(pair => (pair[0], pair[1])).ToList();
        if (!pairs.Exists(pair => pair.Item1 == "ResourceType")) pairs.Add(("ResourceType", "TRAFFICMIRRORSESSION"));
        Assert.Equal(code, _stage.In("TagResources", [.. pairs]).Code);
    }

    [Fact]
    public void A_resource_has_twenty_tags()
    {
        var twenty = Enumerable.Range(1, 20).Select(i => ($"Tag.{i}.Key", $"k{i}")).ToArray();
        Assert.Equal("OK", Tag("tms-a", twenty).Code);
        Assert.Equal("QuotaExceeded.TagsPerResource", Tag("tms-a", ("Tag.1.Key", "one-more")).Code);
        Assert.Equal("IllegalParam.Tag", Tag("tms-a", [.. twenty, ("Tag.21.Key", "k21")]).Code);
    }

    [Fact]
    public void A_search_needs_an_id_or_a_tag_with_its_key()
    {
        Assert.Equal("MissingParameter", ListTags().Code);
        Assert.Equal("InvalidParameter.TagValue", ListTags(("Tag.1.Value", "x")).Code);
        Assert.Equal("IllegalParam.MaxResults", ListTags(("ResourceId.1", "tms-a"), ("MaxResults", "51")).Code);
    }

    [Fact]
    public void A_session_moves_to_another_resource_group()
    {
        Assert.Equal("OK", Move("rg-new").Code);
        Assert.Equal("rg-new", _stage.Listed().Text("ResourceGroupId"));
        Assert.Equal("IllegalParam.NewResourceGroupId", Move("new").Code);
    }

    [Fact]
    public void The_service_is_opened_once()
    {
        Assert.Equal("OptInRequired.TrafficMirror", _stage.Call("CreateTrafficMirrorFilter", ("RegionId", "cn-shenzhen")).Code);
        var opened = _stage.Call("OpenTrafficMirrorService", ("RegionId", "cn-shenzhen"));
        Assert.Equal(("200", "successful"), (opened.Body.Text("Code"), opened.Body.Text("Message")));
        Assert.Equal("ORDER.OPEND", _stage.Call("OpenTrafficMirrorService", ("RegionId", "cn-shenzhen")).Code);
        Assert.Equal("OK", _stage.Call("CreateTrafficMirrorFilter", ("RegionId", "cn-shenzhen")).Code);
    }

    private Answer Tag(string id, params (string Name, string Value)[] tags) =>
        _stage.In("TagResources", [("ResourceType", "TRAFFICMIRRORSESSION"), ("ResourceId.1", id), .. tags]);

    private Answer Untag(string id, params (string Name, string Value)[] keys) =>
        _stage.In("UnTagResources", [("ResourceType", "TRAFFICMIRRORSESSION"), ("ResourceId.1", id), .. keys]);

    private Answer ListTags(params (string Name, string Value)[] conditions) =>
        _stage.In("ListTagResources", [("ResourceType", "TRAFFICMIRRORSESSION"), .. conditions]);

    private List<string> Tags(params (string Name, string Value)[] conditions) => [
        .. ListTags(conditions).Body["TagResources"]!["TagResource"]!.AsArray()
            .Select(tag => $"{tag!.Text("TagKey")}={tag!.Text("TagValue")}")];

    private Answer Move(string group) => _stage.In(
        "MoveResourceGroup", ("ResourceType", "TrafficMirrorSession"), ("ResourceId", "tms-a"), ("NewResourceGroupId", group));
}
