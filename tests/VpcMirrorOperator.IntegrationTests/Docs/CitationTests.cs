using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>A comment that rests on a rule or a decision names it by number; whoever follows the number must find it.</summary>
public partial class CitationTests
{
    private static readonly string[] Roots = ["src", "tests"];

    [Fact]
    public void Every_rule_that_code_names_stands_in_the_engine_rules()
    {
        var known = Heading().Matches(File.ReadAllText(Repository.PathOf("docs", "engine-rules.md"))).Select(m => m.Groups["n"].Value)
            .ToHashSet();
        Assert.Equal(Enumerable.Range(1, known.Count).Select(n => $"{n}"), known.OrderBy(int.Parse));
        Assert.DoesNotContain(Cited(Rule()), citation => !known.Contains(citation.Number));
    }

    [Fact]
    public void Every_decision_that_code_names_has_its_record()
    {
        var known = Directory.GetFiles(Repository.PathOf("docs", "adr"), "*.md").Select(file => $"{int.Parse(Path.GetFileName(file)[..4])}")
            .ToHashSet();
        Assert.DoesNotContain(Cited(Decision()), citation => !known.Contains(citation.Number));
    }

    [Fact]
    public void No_comment_cites_a_document_outside_of_the_repository() =>
        Assert.Empty(Sources().Where(source => Foreign().IsMatch(source.Text)).Select(source => source.File));

    private static IEnumerable<(string File, string Number)> Cited(Regex citation) =>
        from source in Sources()
        from Match match in citation.Matches(source.Text)
        from Match number in Number().Matches(match.Value)
        select (source.File, number.Value);

    private static IEnumerable<(string File, string Text)> Sources() =>
        from root in Roots
        from file in Directory.EnumerateFiles(Repository.PathOf(root), "*.cs", SearchOption.AllDirectories)
        where Path.GetFileName(file) != "CitationTests.cs"
        select (Path.GetRelativePath(Repository.PathOf(), file), File.ReadAllText(file));

    [GeneratedRegex(@"^## Rule (?<n>\d+): ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b[Rr]ules? \d+((, | and |, and )\d+)*")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\bADR \d+")]
    private static partial Regex Decision();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"DESIGN(\.md)?\b")]
    private static partial Regex Foreign();
}
