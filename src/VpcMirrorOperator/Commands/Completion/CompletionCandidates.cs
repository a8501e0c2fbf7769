using System.CommandLine;

namespace VpcMirrorOperator.Commands.Completion;

/// <summary>What the word that is being typed can become. Pure.</summary>
internal static class CompletionCandidates
{
    /// <summary>The answer that tells a shell to complete names of files.</summary>
    public const string Files = ":files";

    private static readonly string[] FileNames = ["FILE", "PATH", "DIR"];

    /// <summary>The candidates, one a line: words, or <see cref="Files"/> alone.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="words">All words after the program's name; the last is the one being typed, empty when it is not begun.</param>
    public static IEnumerable<string> Of(RootCommand root, IReadOnlyList<string> words)
    {
        var typed = words.Count == 0 ? "" : words[^1];
        string[] before = [.. words.SkipLast(1)];
        var command = root.Parse(before).CommandResult.Command;
        if (OptionBefore(command, before) is { } option) return Values(option, typed);
        var names = command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name);
        return Starting(typed.StartsWith('-') ? Options(command, root, before) : names, typed);
    }

    /// <summary>The option whose value is being typed; null when none is.</summary>
    private static Option? OptionBefore(Command command, string[] before) => before is [.., var last]
        ? command.Options.FirstOrDefault(o => o.ValueType != typeof(bool) && (o.Name == last || o.Aliases.Contains(last)))
        : null;

    private static IEnumerable<string> Values(Option option, string typed) => FileNames.Contains(option.HelpName)
        ? [Files]
        : Starting(option.GetCompletions(Context(typed)).Select(item => item.Label), typed);

    private static System.CommandLine.Completions.CompletionContext Context(string typed) =>
        new RootCommand().Parse([typed]).GetCompletionContext();

    /// <summary>Options that were given already and take one value are not offered again.</summary>
    private static IEnumerable<string> Options(Command command, RootCommand root, string[] before) =>
        command.Options.Concat(root.Options.Where(o => o.Recursive)).Where(o => !o.Hidden && !IsGiven(o, before)).Select(o => o.Name)
            .Distinct();

    private static bool IsGiven(Option option, string[] before) =>
        !option.AllowMultipleArgumentsPerToken && (before.Contains(option.Name) || option.Aliases.Any(before.Contains));

    private static IEnumerable<string> Starting(IEnumerable<string> candidates, string typed) =>
        candidates.Where(c => c.StartsWith(typed, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
