using System.CommandLine;
using System.CommandLine.Help;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>The command line: parses, runs, and turns every expected failure into a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">Without the program's name.</param>
    /// <param name="context">The process.</param>
    /// <returns>See <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandContext context)
    {
        var root = CommandTree.Create(context);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0) return UsageError.Print(root, parsed, context);
        if (parsed.Action is HelpAction) return PrintHelp(parsed, context);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                // Interrupts are handled by the context; two handlers would disagree.
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e) when (e is CommandException or StateFolderException or StartupException)
        {
            foreach (var line in e.Message.Split('\n')) context.Error.WriteLine(line.StartsWith(' ') ? line : $"error: {line}");
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException) when (context.Interrupted.IsCancellationRequested)
        {
            context.Error.WriteLine("Interrupted; nothing was changed.");
            return ExitCodes.Interrupted;
        }
    }

    /// <summary>The library names the running file, which is dotnet's or a test's as well.</summary>
    private static int PrintHelp(ParseResult parsed, CommandContext context)
    {
        using var help = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = help });
        context.Out.Write(help.ToString().Replace($"  {RootCommand.ExecutableName}", $"  {context.ProgramName}", StringComparison.Ordinal));
        return ExitCodes.Success;
    }
}
