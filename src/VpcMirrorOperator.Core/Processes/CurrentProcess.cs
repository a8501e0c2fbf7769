using System.Security.Cryptography;

namespace VpcMirrorOperator.Processes;

/// <summary>The <see cref="ProcessEnvironment"/> of this process.</summary>
internal static class CurrentProcess
{
    /// <summary>The real clock, variables, folders and randomness.</summary>
    /// <param name="interrupted">Cancelled when the process is to end.</param>
    public static ProcessEnvironment Environment(CancellationToken interrupted) => new()
    {
        Time = TimeProvider.System,
        Variable = System.Environment.GetEnvironmentVariable,
        HomeDirectory = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
        CurrentDirectory = Directory.GetCurrentDirectory(),
        RandomBytes = RandomNumberGenerator.GetBytes,
        LogsToTerminal = !Console.IsErrorRedirected,
        Interrupted = interrupted,
    };
}
