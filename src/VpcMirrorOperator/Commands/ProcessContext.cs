using System.Security.Cryptography;

namespace VpcMirrorOperator.Commands;

/// <summary>The <see cref="CommandContext"/> of this process.</summary>
internal static class ProcessContext
{
    public static CommandContext Create(CancellationToken interrupted) => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        Time = TimeProvider.System,
        Variable = Environment.GetEnvironmentVariable,
        HomeDirectory = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        CurrentDirectory = Directory.GetCurrentDirectory(),
        Terminal = Terminal,
        RandomBytes = RandomNumberGenerator.GetBytes,
        Interrupted = interrupted,
    };

    private static TerminalSize? Terminal() =>
        Console.IsOutputRedirected ? null : new TerminalSize(Math.Max(1, Console.WindowWidth), Math.Max(1, Console.WindowHeight));
}
