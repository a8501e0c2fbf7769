using System.CommandLine;

namespace VpcMirrorOperator.Commands.Completion;

/// <summary>
/// <c>completion</c>: prints a script that makes a shell complete this tool's words; and the hidden command that the scripts ask.
/// </summary>
internal static class CompletionCommand
{
    /// <summary>The name that scripts call; hidden, so that it can change together with them.</summary>
    public const string Asked = "__complete";

    public static IEnumerable<Command> Create(RootCommand root, CommandContext context) => [Scripts(context), Candidates(root, context)];

    private static Command Scripts(CommandContext context)
    {
        var command = new Command("completion", "Print a completion script for a shell.");
        foreach (var shell in CompletionScripts.Shells)
        {
            var sub = new Command(shell, $"For {shell}: {CompletionScripts.HowToLoad(shell, context.ProgramName)}");
            sub.SetAction(_ =>
            {
                context.Out.Write(CompletionScripts.Of(shell));
                return ExitCodes.Success;
            });
            command.Subcommands.Add(sub);
        }

        return command;
    }

    private static Command Candidates(RootCommand root, CommandContext context)
    {
        var words = new Argument<string[]>("WORDS") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(Asked, "Candidates for the last of the words after --.") { words };
        command.Hidden = true;
        command.SetAction(r =>
        {
            foreach (var line in CompletionCandidates.Of(root, r.GetValue(words) ?? [])) context.Out.WriteLine(line);
            return ExitCodes.Success;
        });
        return command;
    }
}
