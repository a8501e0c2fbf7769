using System.Text.RegularExpressions;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>The table of a chart's values, made from <c>values.yaml</c>: the comment above a value is its description.</summary>
internal static partial class ValuesTable
{
    private const string Head = "| value | default | meaning |\n|---|---|---|\n";

    [GeneratedRegex("^(?<indent> *)(?<key>[A-Za-z]+):(?: (?<value>.+))?$")]
    private static partial Regex Entry { get; }

    /// <param name="values">Text of the file; a value is written on one line.</param>
    public static string Of(string values) =>
        Head + string.Concat(
            Read(values)
                .Select(row => $"| `{row.Name}` | `{row.Default}` | {row.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n"));

    /// <summary>All values, in the order of the file.</summary>
    public static IEnumerable<(string Name, string Default, string Meaning)> Read(string values)
    {
        var path = new Stack<string>();
        var comment = new List<string>();
        foreach (var line in values.Split('\n'))
        {
            if (line.TrimStart().StartsWith('#')) comment.Add(line.TrimStart()[1..].Trim());
            else if (Entry.Match(line) is { Success: true } entry)
            {
                while (path.Count > entry.Groups["indent"].Length / 2) path.Pop();
                path.Push(entry.Groups["key"].Value);
                if (entry.Groups["value"].Success)
                    yield return (string.Join('.', path.Reverse()), entry.Groups["value"].Value, string.Join(' ', comment));
                comment.Clear();
            }
            else comment.Clear();
        }
    }
}
