using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>A program with a log file of its own, which is deleted with it.</summary>
public sealed class LoggedProcess : IDisposable
{
    private readonly ServerProcess _process;
    private readonly string _log = Path.GetTempFileName();

    private LoggedProcess(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables) =>
        _process = ServerProcess.Start(_log, program, arguments, variables);

    public int Id => _process.Id;

    /// <summary>The exit code, once it has ended.</summary>
    public Task<int> Ended => _process.Ended;

    /// <summary>All that it has logged so far, on both of its streams.</summary>
    public string Log => File.ReadAllText(_log);

    /// <summary>How much that is, in bytes.</summary>
    public long LogLength => new FileInfo(_log).Length;

    /// <summary>Starts a program that may call the emulator.</summary>
    /// <param name="program">Path, or a name to be found in PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">More variables than the cloud's key, or another key.</param>
    public static LoggedProcess Start(
        string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>>? variables = null) =>
        new(program, arguments,
            EmulatorCredentials.Variables.Concat(variables ?? []).GroupBy(v => v.Key).ToDictionary(v => v.Key, v => v.Last().Value));

    /// <summary>Sends a signal by name, for example <c>KILL</c>.</summary>
    public void Signal(string name) => _process.Signal(name);

    public void Dispose()
    {
        _process.Dispose();
        File.Delete(_log);
    }
}
