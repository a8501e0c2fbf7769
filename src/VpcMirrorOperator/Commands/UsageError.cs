using System.CommandLine;
using System.CommandLine.Parsing;

namespace VpcMirrorOperator.Commands;

/// <summary>Reports a command line that cannot be understood: what is wrong, and the usage line of the command meant.</summary>
internal static class UsageError
{
    public static int Print(RootCommand root, ParseResult parsed, CommandContext context)
    {
        var messages = parsed.Errors.Select(e => e.Message).Distinct().ToList();
        // A misspelt command is also a missing one; one error is enough.
        if (parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command == root)
            messages = [$"Unknown command '{parsed.UnmatchedTokens[0]}'."];
        foreach (var message in messages) context.Error.WriteLine($"error: {message}");
        var path = PathOf(parsed.CommandResult);
        context.Error.WriteLine(UsageLine(root, path, context));
        context.Error.WriteLine($"Help: {context.ProgramName} {string.Join(' ', [.. path, "--help"])}");
        return ExitCodes.Failure;
    }

    private static string[] PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. PathOf(parent), result.Command.Name] : [];

    /// <summary>Taken from the help text, so that the two never disagree.</summary>
    private static string UsageLine(RootCommand root, string[] path, CommandContext context)
    {
        using var help = new StringWriter();
        root.Parse([.. path, "--help"]).Invoke(new InvocationConfiguration { Output = help });
        var lines = help.ToString().Split('\n').Select(l => l.Trim()).ToList();
        // The library names the running file, which is dotnet's or a test's as well.
        var usage = lines[lines.IndexOf("Usage:") + 1];
        return "Usage: " + usage.Replace(RootCommand.ExecutableName, context.ProgramName, StringComparison.Ordinal);
    }
}
