namespace VpcMirrorOperator.Emulator.Tests.Interfaces;

public class InterfaceTagTests
{
    private readonly EniStage _stage = new("[{ id: eni-a, tags: { a: \"1\" }, resourceGroupId: rg-1 }, { id: eni-b }]");

    [Fact]
    public void Tags_are_set_and_removed_at_once()
    {
        (string, string)[] both = [("ResourceId.1", "eni-a"), ("ResourceId.2", "eni-b")];
        Assert.Equal("OK", Call("TagResources", [.. both, ("Tag.1.Key", "b"), ("Tag.1.Value", "2")]).Code);
        Assert.Equal(["eni-a a=1", "eni-a b=2", "eni-b b=2"], List(("ResourceId.1", "eni-a"), ("ResourceId.2", "eni-b")));
        Assert.Equal(["eni-a", "eni-b"], _stage.Ids(("Tag.1.Key", "b"), ("Tag.1.Value", "2")));
        Assert.Equal("OK", Call("UntagResources", ("ResourceId.1", "eni-a"), ("TagKey.1", "a")).Code);
        Assert.Equal(["eni-a b=2"], List(("ResourceId.1", "eni-a")));
        Assert.Equal("OK", Call("UntagResources", ("ResourceId.1", "eni-a"), ("All", "true")).Code);
        Assert.Empty(List(("ResourceId.1", "eni-a")));
    }

    [Fact]
    public void A_change_of_tags_shows_after_the_delay_that_is_set()
    {
        var stage = new EniStage("[{ id: eni-a, tags: { a: \"1\" } }]", "tagDelay: 5s");
        Assert.Equal("OK", stage.Ecs("UntagResources", ("ResourceType", "eni"), ("ResourceId.1", "eni-a"), ("All", "true")).Code);
        Assert.Equal(["eni-a"], stage.Ids(("Tag.1.Key", "a")));
        Assert.Single(stage.One("eni-a")["Tags"]!["Tag"]!.AsArray());
        stage.Pass(5);
        Assert.Empty(stage.Ids(("Tag.1.Key", "a")));
        Assert.Empty(stage.One("eni-a")["Tags"]!["Tag"]!.AsArray());
    }

    [Fact]
    public void ListTagResources_selects_by_tag_and_by_the_key_of_the_resource_group()
    {
        Assert.Equal(["eni-a a=1"], List(("Tag.1.Key", "a"), ("Tag.1.Value", "1")));
        Assert.Empty(List(("Tag.1.Key", "a"), ("Tag.1.Value", "2")));
        Assert.Equal(["eni-a a=1"], List(("Tag.1.Key", "acs:rm:rgId"), ("Tag.1.Value", "rg-1")));
    }

    [Fact]
    public void Bad_tag_calls_have_their_codes_and_change_nothing()
    {
        Assert.Equal("MissingParameter", Call("ListTagResources").Code);
        Assert.Equal("InvalidParameter.TagValue", Call("ListTagResources", ("Tag.1.Value", "1")).Code);
        (string, string)[] tooMany = [.. Enumerable.Range(1, 51).Select(n => ($"ResourceId.{n}", $"eni-{n}"))];
        Assert.Equal("InvalidParameter", Call("ListTagResources", tooMany).Code);
        var other = _stage.Ecs("ListTagResources", ("ResourceType", "disk"), ("ResourceId.1", "d-1"));
        Assert.Equal("InvalidResourceType.NotFound", other.Code);
        Assert.Equal("MissingParameter", _stage.Ecs("ListTagResources", ("ResourceId.1", "eni-a")).Code);
        var unknown = Call("TagResources", ("ResourceId.1", "eni-a"), ("ResourceId.2", "eni-x"), ("Tag.1.Key", "b"));
        Assert.Equal("InvalidEniId.NotFound", unknown.Code);
        Assert.Equal("InvalidParameter", Call("TagResources", ("ResourceId.1", "eni-a"), ("Tag.1.Key", "acs:x")).Code);
        Assert.Equal("InvalidParameter", Call("TagResources", ("ResourceId.1", "eni-a"), ("Tag.1.Key", "b"), ("Tag.2.Key", "b")).Code);
        Assert.Equal("MissingParameter", Call("TagResources", ("ResourceId.1", "eni-a")).Code);
        Assert.Equal("MissingParameter", Call("UntagResources", ("ResourceId.1", "eni-a")).Code);
        (string, string)[] twenty = [.. Enumerable.Range(1, 20).Select(n => ($"Tag.{n}.Key", $"k{n}"))];
        Assert.Equal("NumberExceed.Tags", Call("TagResources", [("ResourceId.1", "eni-a"), .. twenty]).Code);
        Assert.Equal(["eni-a a=1"], List(("ResourceId.1", "eni-a"), ("ResourceId.2", "eni-b")));
    }

    private Answer Call(string action, params (string Name, string Value)[] more) => _stage.Ecs(action, [("ResourceType", "eni"), .. more]);

    private string[] List(params (string Name, string Value)[] more) => [..
        from tag in Call("ListTagResources", more).Body["TagResources"]!["TagResource"]!.AsArray()
        select $"{tag!["ResourceId"]} {tag["TagKey"]}={tag["TagValue"]}"];
}
