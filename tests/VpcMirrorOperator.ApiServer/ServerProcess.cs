using System.Diagnostics;
using System.Globalization;

namespace VpcMirrorOperator.ApiServer;

/// <summary>
/// A program that ends with the tests, however they end: a shell beside it waits for the end of its standard input, which comes when
/// the test process is gone, and then kills the program by its id.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Script = "log=$1; shift; \"$@\" >>\"$log\" 2>&1 & pid=$!; echo $pid; cat >/dev/null; kill -KILL $pid; wait $pid";
    private readonly Process shell;
    private readonly int pid;

    private ServerProcess(Process shell, int pid) => (this.shell, this.pid) = (shell, pid);

    public static ServerProcess Start(string log, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", log, program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var shell = Process.Start(start)!;
        return new ServerProcess(shell, int.Parse(shell.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
    }

    /// <summary>Sends a signal by name, for example <c>STOP</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Kills the program and waits for its end.</summary>
    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit();
        shell.Dispose();
    }
}
