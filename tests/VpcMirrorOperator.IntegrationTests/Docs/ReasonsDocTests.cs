using System.Reflection;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>Holds <c>docs/reasons.md</c> and the code together.</summary>
public class ReasonsDocTests
{
    private static readonly string DocsFile = Repository.PathOf("docs", "reasons.md");

    [Fact]
    public void Every_reason_of_the_code_is_documented_once_and_no_other() =>
        Assert.Equal(ReasonsInCode().Order(StringComparer.Ordinal), ReasonsInDocs().Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_shows_the_table_of_error_codes()
    {
        var page = File.ReadAllText(DocsFile);
        var made = CodeTablePage.Replace(page);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(DocsFile, made);
        else Assert.True(
            made == page,
            "docs/reasons.md is stale: run UPDATE_DOCS=1 dotnet test tests/VpcMirrorOperator.IntegrationTests --filter " +
            "FullyQualifiedName~Docs");
    }

    private static IEnumerable<string> ReasonsInCode() => typeof(Reasons)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static List<string> ReasonsInDocs() => [.. Rows("## Condition reasons").Select(cells => cells[0])];

    /// <summary>The cells of all table rows of a chapter whose first cell is one word in backticks.</summary>
    private static IEnumerable<string[]> Rows(string chapter) => File.ReadLines(DocsFile)
        .SkipWhile(line => line != chapter)
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim(' ', '`')).ToArray());
}
