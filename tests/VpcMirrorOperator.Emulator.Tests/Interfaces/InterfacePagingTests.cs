using System.Globalization;

namespace VpcMirrorOperator.Emulator.Tests.Interfaces;

public class InterfacePagingTests
{
    private readonly EniStage _stage = new(Many(1205));

    [Theory]
    [InlineData("-5", 10)]
    [InlineData("0", 10)]
    [InlineData("9", 10)]
    [InlineData("11", 11)]
    [InlineData("500", 500)]
    [InlineData("501", 500)]
    [InlineData("2000000", 500)]
    public void MaxResults_is_pulled_into_its_range(string asked, int given) =>
        Assert.Equal(given, _stage.Ids(("MaxResults", asked)).Length);

    [Fact]
    public void Tokens_show_everything_once()
    {
        var pages = Pages(("MaxResults", "500"));
        Assert.Equal([500, 500, 205], pages.Select(page => page.Length));
        Assert.Equal(1205, pages.SelectMany(page => page).Distinct().Count());
    }

    [Fact]
    public void With_tokens_the_counts_mean_nothing()
    {
        var body = _stage.Describe(("MaxResults", "20"), ("PageNumber", "5"), ("PageSize", "50")).Body;
        Assert.Equal([1, 10, 0], new[] { "PageNumber", "PageSize", "TotalCount" }.Select(name => body[name]!.GetValue<int>()));
    }

    [Fact]
    public void A_token_belongs_to_its_query()
    {
        var token = _stage.Describe(("MaxResults", "10")).Body["NextToken"]!.GetValue<string>();
        Assert.Equal("OK", _stage.Describe(("NextToken", token)).Code);
        Assert.Equal("InvalidParameter", _stage.Describe(("NextToken", token), ("VpcId", "vpc-emulated")).Code);
    }

    [Fact]
    public void Numbers_page_where_neither_token_nor_MaxResults_is_given()
    {
        var first = _stage.Describe();
        Assert.Equal((1205, 10), (first.Body["TotalCount"]!.GetValue<int>(), EniStage.IdsOf(first).Length));
        Assert.Equal("", first.Body["NextToken"]!.GetValue<string>());
        Assert.Equal(205, _stage.Ids(("PageSize", "1000"), ("PageNumber", "2")).Length);
        Assert.Empty(_stage.Ids(("PageSize", "1000"), ("PageNumber", "3")));
        Assert.Empty(_stage.Ids(("PageNumber", "2147483647")));
        Assert.Equal(EniStage.IdsOf(first), _stage.Ids(("MaxResults", "10")));
    }

    [Theory]
    [InlineData("Tag.1.Key", "n")]
    [InlineData("ResourceGroupId", "rg-any")]
    public void By_tag_or_resource_group_no_more_than_1000_are_shown(string name, string value)
    {
        Assert.Equal(1000, Pages(("MaxResults", "500"), (name, value)).Sum(page => page.Length));
        Assert.Equal(1000, _stage.Describe((name, value)).Body["TotalCount"]!.GetValue<int>());
    }

    [Fact]
    public void ListTagResources_shows_also_what_lies_beyond_1000()
    {
        var (ids, token) = (new HashSet<string>(), "");
        do
        {
            var body = _stage.Ecs("ListTagResources", ("ResourceType", "eni"), ("Tag.1.Key", "n"), ("NextToken", token)).Body;
            foreach (var tag in body["TagResources"]!["TagResource"]!.AsArray()) ids.Add(tag!["ResourceId"]!.GetValue<string>());
            token = body["NextToken"]!.GetValue<string>();
        }
        while (token.Length > 0);
        Assert.Equal(1205, ids.Count);
    }

    private List<string[]> Pages(params (string Name, string Value)[] query)
    {
        var (pages, token) = (new List<string[]>(), "");
        do
        {
            var answer = _stage.Describe([.. query, ("NextToken", token)]);
            pages.Add(EniStage.IdsOf(answer));
            token = answer.Body["NextToken"]!.GetValue<string>();
        }
        while (token.Length > 0);
        return pages;
    }

    private static string Many(int count) => "[" + string.Join(", ", Enumerable.Range(0, count).Select(n =>
        string.Create(CultureInfo.InvariantCulture, $"{{ id: eni-{n:D5}, tags: {{ n: \"{n}\" }} }}"))) + "]";
}
