using System.Diagnostics;
using System.Globalization;

namespace VpcMirrorOperator.TestSupport.ApiServers;

/// <summary>
/// A program that ends with the tests, however they end: a shell beside it waits for the end of its standard input, which comes when
/// the test process is gone, and then kills the program by its id.
/// </summary>
public sealed class ServerProcess : IDisposable
{
    private const string Script = """
        exec 3<&0
        log=$1; shift
        "$@" >>"$log" 2>&1 3<&- & pid=$!
        echo $pid
        (cat <&3 >/dev/null; kill -KILL $pid) 2>/dev/null & watch=$!
        wait $pid; code=$?
        kill $watch 2>/dev/null
        echo $code
        """;

    private readonly Process _shell;

    private ServerProcess(Process shell, int pid)
    {
        (_shell, Id) = (shell, pid);
        Ended = ExitCodeAsync();
    }

    /// <summary>The program's process id.</summary>
    public int Id { get; }

    /// <summary>Its exit code, once it has ended; above 128 the number of the signal that ended it is added.</summary>
    public Task<int> Ended { get; }

    /// <summary>Starts a program.</summary>
    /// <param name="log">File that both of its streams are appended to.</param>
    /// <param name="program">Path, or a name to be found in PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set beside the inherited ones.</param>
    public static ServerProcess Start(
        string log, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", log, program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var shell = Process.Start(start)!;
        return new ServerProcess(shell, int.Parse(shell.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    /// <summary>Sends a signal by name, for example <c>STOP</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Kills the program, unless it has ended, and waits for its end.</summary>
    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
    }

    private async Task<int> ExitCodeAsync() =>
        int.Parse((await _shell.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
}
