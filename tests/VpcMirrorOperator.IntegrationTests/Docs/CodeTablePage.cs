using System.Globalization;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>Writes the table of error codes into <c>docs/reasons.md</c>.</summary>
internal static class CodeTablePage
{
    private const string Start = "<!-- error codes: generated -->\n";
    private const string End = "<!-- end of error codes -->\n";

    /// <summary>The page with the table as it is in the code.</summary>
    public static string Replace(string page)
    {
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Start.Length && end >= start, "docs/reasons.md lacks the marks of the table of error codes");
        return page[..start] + Table() + page[end..];
    }

    private static string Table() => "| code | HTTP | reason | what the operator does with a write | what to do |\n|---|---|---|---|---|\n"
        + string.Concat(CloudErrorTable.Rules.Select(Row));

    private static string Row(CloudErrorRule rule) =>
        $"| `{rule.Code.Text}` | {Statuses(rule)} | `{rule.Reason}` | {Consequence(rule)} | {rule.Remedy} |\n";

    private static string Statuses(CloudErrorRule rule) => rule.Statuses switch
    {
        null => "any",
        var (first, last) when first == last => first.ToString(CultureInfo.InvariantCulture),
        (500, 599) => "5xx",
        var (first, last) => string.Create(CultureInfo.InvariantCulture, $"{first} to {last}"),
    };

    private static string Consequence(CloudErrorRule rule) => rule.Write switch
    {
        WriteConsequence.Repeat => "tries again",
        WriteConsequence.BlameItem when rule.Class == CloudErrorClass.AlreadyDone =>
            "observes again; the batch is split, a single id is put aside for a minute",
        WriteConsequence.BlameItem => "the batch is split; a single id is rejected",
        WriteConsequence.TooMany =>
            "an add of several: single adds from now on; a second single add with the same answer, or no other to try: "
            + "the lists tell which quota is met; a remove: needs a user",
        WriteConsequence.Unclear =>
            "an add of several: single adds from now on; a single add: as a quota if the lists show one, else it is rejected, and a second "
            + "one with the same answer needs a user; a remove: needs a user",
        WriteConsequence.BadParameter =>
            "an add of several falls back to single adds; else the batch is split, and a single id is rejected",
        WriteConsequence.PlanAnew => "plans anew, with a new token",
        _ => "needs a user",
    };
}
