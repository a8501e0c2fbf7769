using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>A block between fences.</summary>
/// <param name="Language">The word behind the opening fence; empty when there is none.</param>
/// <param name="Text">What is between them.</param>
/// <param name="Line">Line of the opening fence, from 1.</param>
/// <param name="NotRun">Why tests do not run it, from a comment <c>not run: …</c> in the line before; null without.</param>
internal sealed record CodeBlock(string Language, string Text, int Line, string? NotRun);

/// <summary>One page, taken apart as far as the tests need.</summary>
internal sealed partial class MarkdownPage
{
    private readonly List<string> _prose = [];
    private readonly List<CodeBlock> _blocks = [];

    /// <param name="path">Path in the repository.</param>
    public MarkdownPage(string path)
    {
        Path = path;
        var lines = File.ReadAllLines(Repository.PathOf(path));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal)) i = ReadBlock(lines, i);
            else _prose.Add(lines[i]);
        }
    }

    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    /// <summary>Targets of links and images.</summary>
    public IEnumerable<string> Links =>
        _prose.SelectMany(line => Link.Matches(CodeSpan.Replace(line, "")).Select(match => match.Groups["target"].Value));

    /// <summary>The names under which headings can be linked to, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors => _prose.Where(line => Heading.IsMatch(line)).Select(AnchorOf).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan { get; }

    [GeneratedRegex("^#+ ")]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation { get; }

    [GeneratedRegex("^<!-- not run: (?<why>.+) -->$")]
    private static partial Regex Reason { get; }

    private int ReadBlock(string[] lines, int open)
    {
        var close = Array.FindIndex(lines, open + 1, line => line.Trim() == "```");
        if (close < 0) throw new InvalidDataException($"{Path}:{open + 1}: the block is not closed.");
        var reason = open > 0 ? Reason.Match(lines[open - 1].Trim()) : Match.Empty;
        _blocks.Add(new CodeBlock(
            lines[open].Trim()[3..], string.Join('\n', lines[(open + 1)..close]), open + 1, reason.Success ? reason.Groups["why"].Value
                : null));
        return close;
    }

    private static string AnchorOf(string heading) =>
        Punctuation.Replace(Heading.Replace(heading, "").Trim().ToLowerInvariant(), "").Replace(' ', '-');
}
