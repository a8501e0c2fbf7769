using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Commands;

/// <summary>The <see cref="CommandContext"/> of this process and its console.</summary>
internal static class ConsoleContext
{
    public static CommandContext Create(CancellationToken interrupted) => new(CurrentProcess.Environment(interrupted))
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        Terminal = Terminal,
        ProgramName = ProgramName.Of(Environment.GetCommandLineArgs()[0]),
    };

    private static TerminalSize? Terminal() =>
        Console.IsOutputRedirected ? null : TerminalSize.Of(Console.WindowWidth, Console.WindowHeight);
}
