namespace VpcMirrorOperator.TestSupport.Clusters;

/// <summary>
/// <c>vpc-mirror-controller</c> as a process of its own, for what only a process can suffer: signals, and being measured.
/// </summary>
public sealed class ControllerProcess : IDisposable
{
    private ControllerProcess(LoggedProcess process, ControllerPorts ports) => (Process, Ports) = (process, ports);

    public LoggedProcess Process { get; }

    public ControllerPorts Ports { get; }

    public int Id => Process.Id;

    /// <summary>The exit code, once it has ended.</summary>
    public Task<int> Ended => Process.Ended;

    /// <summary>All that it has logged so far.</summary>
    public string Log => Process.Log;

    /// <summary>Starts it; ready or not.</summary>
    /// <param name="cluster">Its API server and cloud.</param>
    /// <param name="program">The native binary; null for the tests' own build, run by <c>dotnet</c>.</param>
    /// <param name="options">More options of the command.</param>
    public static ControllerProcess Start(TestCluster cluster, string? program, params IEnumerable<string> options) =>
        Start(cluster, program, new Dictionary<string, string>(), options);

    /// <summary>Starts it with more environment variables than the cloud's key, or with another key.</summary>
    /// <param name="cluster">Its API server and cloud.</param>
    /// <param name="program">The native binary; null for the tests' own build, run by <c>dotnet</c>.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="options">More options of the command.</param>
    public static ControllerProcess Start(
        TestCluster cluster, string? program, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> options)
    {
        string[] build = program is null ? ["dotnet", Path.Join(AppContext.BaseDirectory, "vpc-mirror-controller.dll")] : [program];
        return StartBy(build, cluster, variables, options);
    }

    /// <summary>Starts it by a command that ends in its path, for example one that sets limits first.</summary>
    /// <param name="command">The command; the options follow it.</param>
    /// <param name="cluster">Its API server and cloud.</param>
    /// <param name="variables">More environment variables.</param>
    /// <param name="options">More options.</param>
    public static ControllerProcess StartBy(
        IReadOnlyList<string> command, TestCluster cluster, IReadOnlyDictionary<string, string> variables,
        params IEnumerable<string> options)
    {
        var ports = ControllerPorts.Free();
        var process = LoggedProcess.Start(
            command[0],
            [
                .. command.Skip(1), "--kubeconfig", cluster.Server.AdminKubeconfig, "--endpoint", cluster.Endpoint.ToString(),
                .. ports.Options, .. options,
            ],
            variables);
        return new ControllerProcess(process, ports);
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
    public void Signal(string name) => Process.Signal(name);

    public void Dispose() => Process.Dispose();
}
