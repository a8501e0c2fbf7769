using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

public class ValuesTableTests
{
    private static readonly string Page = Repository.PathOf("charts", "vpc-mirror-operator", "README.md");

    private static string Values => File.ReadAllText(Repository.PathOf("charts", "vpc-mirror-operator", "values.yaml"));

    [Fact]
    public void The_chart_page_lists_all_values_as_the_file_has_them()
    {
        var page = File.ReadAllText(Page);
        var start = page.IndexOf('\n', page.IndexOf("<!-- values:", StringComparison.Ordinal)) + 1;
        var made = page[..start] + "\n" + ValuesTable.Of(Values);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(Page, made);
        Assert.True(
            made == File.ReadAllText(Page),
            "charts/vpc-mirror-operator/README.md is stale: run UPDATE_DOCS=1 dotnet test tests/VpcMirrorOperator.IntegrationTests " +
            "--filter FullyQualifiedName~Docs");
    }

    [Fact]
    public void Every_value_is_explained() => Assert.All(ValuesTable.Read(Values), row => Assert.NotEqual("", row.Meaning));
}
