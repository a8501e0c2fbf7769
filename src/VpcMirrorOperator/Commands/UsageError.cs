using System.CommandLine;
using System.CommandLine.Parsing;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Commands;

/// <summary>Reports a command line that cannot be understood: what is wrong, what was probably meant, and the usage line.</summary>
internal static class UsageError
{
    public static int Print(RootCommand root, ParseResult parsed, CommandContext context)
    {
        foreach (var message in Messages(parsed)) context.Error.WriteLine($"error: {VisibleText.Of(message)}");
        var path = PathOf(parsed.CommandResult);
        context.Error.WriteLine(UsageLine(root, path, context));
        context.Error.WriteLine($"Help: {context.ProgramName} {string.Join(' ', [.. path, "--help"])}");
        return ExitCodes.Failure;
    }

    /// <summary>What to say of a word that is no command or option.</summary>
    /// <param name="word">The word.</param>
    /// <param name="command">Where it stands.</param>
    public static string Unknown(string word, Command command)
    {
        var isOption = word.StartsWith('-');
        var known = isOption ? command.Options.Select(o => o.Name) : command.Subcommands.Select(c => c.Name);
        var meant = NearName.Of(word, known) is { } near ? $" Did you mean {near}?" : "";
        return isOption || command.Subcommands.Count > 0
            ? $"Unknown {(isOption ? "option" : "command")} '{word}'.{meant}"
            : $"'{word}' is not understood here.";
    }

    /// <summary>A misspelt command is also followed by words that nobody knows: one error is enough.</summary>
    private static IEnumerable<string> Messages(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count == 0) return parsed.Errors.Select(e => e.Message).Distinct();
        var unknown = parsed.UnmatchedTokens.Take(command.Subcommands.Count > 0 ? 1 : int.MaxValue).Select(word => Unknown(word, command));
        bool IsSaid(string message) => parsed.UnmatchedTokens.Any(word => message.EndsWith($"'{word}'.", StringComparison.Ordinal));
        var others = parsed.Errors.Select(e => e.Message).Where(message => !IsSaid(message));
        return unknown.Concat(command.Subcommands.Count > 0 ? [] : others).Distinct();
    }

    private static string[] PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. PathOf(parent), result.Command.Name] : [];

    /// <summary>Taken from the help text, so that the two never disagree.</summary>
    private static string UsageLine(RootCommand root, string[] path, CommandContext context)
    {
        var lines = HelpCommand.TextOf(root, path, context.ProgramName).Split('\n').Select(l => l.Trim()).ToList();
        return "Usage: " + lines[lines.IndexOf("Usage:") + 1];
    }
}
