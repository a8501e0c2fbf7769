using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>
/// <c>vpc-mirror-controller</c> as a process of its own, for what only a process can suffer: signals, and being measured.
/// </summary>
public sealed class ControllerProcess : IDisposable
{
    private readonly ServerProcess _process;
    private readonly string _log;

    private ControllerProcess(ServerProcess process, string log, ControllerPorts ports) => (_process, _log, Ports) = (process, log, ports);

    public ControllerPorts Ports { get; }

    public int Id => _process.Id;

    /// <summary>The exit code, once it has ended.</summary>
    public Task<int> Ended => _process.Ended;

    /// <summary>All that it has logged so far.</summary>
    public string Log => File.ReadAllText(_log);

    /// <summary>Starts it; ready or not.</summary>
    /// <param name="cluster">Its API server and cloud.</param>
    /// <param name="program">The native binary; null for the tests' own build, run by <c>dotnet</c>.</param>
    /// <param name="options">More options of the command.</param>
    public static ControllerProcess Start(TestCluster cluster, string? program, params IEnumerable<string> options) =>
        Start(cluster, program, new Dictionary<string, string>(), options);

    /// <summary>Starts it with more environment variables than the cloud's key, or others.</summary>
    /// <param name="cluster">Its API server and cloud.</param>
    /// <param name="program">The native binary; null for the tests' own build, run by <c>dotnet</c>.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="options">More options of the command.</param>
    public static ControllerProcess Start(
        TestCluster cluster, string? program, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> options)
    {
        var ports = ControllerPorts.Free();
        var log = Path.GetTempFileName();
        string[] build = program is null ? ["dotnet", Path.Join(AppContext.BaseDirectory, "vpc-mirror-controller.dll")] : [program];
        var process = ServerProcess.Start(
            log, build[0],
            [
                .. build[1..], "--kubeconfig", cluster.Server.AdminKubeconfig, "--endpoint", cluster.Endpoint.ToString(),
                .. ports.Options, .. options,
            ],
            EmulatorCredentials.Variables.Where(v => !variables.ContainsKey(v.Key)).Concat(variables).ToDictionary());
        return new ControllerProcess(process, log, ports);
    }

    /// <summary>Whether it is the leader; false also while it does not answer yet.</summary>
    public async Task<bool> LeadsAsync()
    {
        try
        {
            return await Ports.LeadsAsync();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Sends a signal by name, for example <c>KILL</c>.</summary>
    public void Signal(string name) => _process.Signal(name);

    public void Dispose()
    {
        _process.Dispose();
        File.Delete(_log);
    }
}
