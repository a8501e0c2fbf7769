using System.Reflection;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Planning;
using VpcMirrorOperator.Sessions;

namespace VpcMirrorOperator.Tests.Docs;

/// <summary>Holds <c>docs/reasons.md</c> and the code together.</summary>
public class ReasonsDocTests
{
    [Fact]
    public void Every_reason_of_the_code_is_documented_once_and_no_other() =>
        Assert.Equal(ReasonsInCode().Order(StringComparer.Ordinal), ReasonsInDocs().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_documented_error_code_has_the_documented_reason()
    {
        var rows = CodesInDocs();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal($"{row.Code} {row.Reason}", $"{row.Code} {ReasonOf(row.Code)}"));
    }

    [Fact]
    public void Every_reason_that_a_plain_rule_gives_to_a_code_is_in_the_table_of_codes()
    {
        List<string> documented = [.. CodesInDocs().Select(row => row.Code)];
        Assert.All(StartsInCode(), start => Assert.Contains(start, documented));
    }

    private static string ReasonOf(string code) =>
        CloudReasons.Of(new CloudException("Action", code, "detail", CloudErrorClass.UserAction) { HttpStatus = 400 });

    private static IEnumerable<string> ReasonsInCode() => typeof(Reasons)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> StartsInCode()
    {
        var field = typeof(CloudReasons).GetField("Starts", BindingFlags.NonPublic | BindingFlags.Static);
        return Assert.IsType<(string Start, string Reason)[]>(field?.GetValue(null)).Select(rule => rule.Start);
    }

    private static List<string> ReasonsInDocs() => [.. Rows("## Condition reasons").Select(cells => cells[0])];

    /// <summary>Codes without their <c>*</c>, so that the rest is a code that the row is about.</summary>
    private static List<(string Code, string Reason)> CodesInDocs() =>
        [.. Rows("## Error codes").Select(cells => (cells[0].Replace("*", "", StringComparison.Ordinal), cells[1]))];

    /// <summary>The cells of all table rows of a chapter whose first cell is one word in backticks.</summary>
    private static IEnumerable<string[]> Rows(string chapter) => File.ReadLines(DocsFile())
        .SkipWhile(line => line != chapter)
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim(' ', '`')).ToArray());

    private static string DocsFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VpcMirrorOperator.sln"))) folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "docs", "reasons.md");
    }
}
