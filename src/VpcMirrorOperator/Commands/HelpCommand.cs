using System.CommandLine;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// <c>help</c> and <c>help COMMAND</c>, the same as <c>--help</c>; and a call without a command, which is a question, not an error.
/// </summary>
internal static class HelpCommand
{
    public static void AddTo(RootCommand root, CommandContext context)
    {
        var path = new Argument<string[]>("COMMAND")
        {
            Description = "The command; none for an overview.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("help", "Show how to use a command.") { path };
        command.SetAction(parsed => Print(root, parsed.GetValue(path) ?? [], context));
        root.Subcommands.Add(command);
        root.SetAction(_ => Print(root, [], context));
    }

    /// <summary>The help text of a command, as <c>--help</c> prints it.</summary>
    /// <param name="root">All commands.</param>
    /// <param name="path">The command and its parents; empty for the overview.</param>
    /// <param name="program">The name that the user called.</param>
    public static string TextOf(RootCommand root, IEnumerable<string> path, string program)
    {
        using var text = new StringWriter();
        root.Parse([.. path, "--help"]).Invoke(new InvocationConfiguration { Output = text });
        // The library names the running file, which is dotnet's or a test's as well.
        return text.ToString().Replace(RootCommand.ExecutableName + " ", program + " ", StringComparison.Ordinal);
    }

    private static int Print(RootCommand root, string[] path, CommandContext context)
    {
        Command command = root;
        foreach (var name in path)
        {
            if (command.Subcommands.FirstOrDefault(c => c.Name == name) is not { } next)
                throw new CommandException(UsageError.Unknown(name, command));
            command = next;
        }

        context.Out.Write(TextOf(root, path, context.ProgramName));
        return ExitCodes.Success;
    }
}
