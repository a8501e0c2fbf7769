using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>A program that is measured: ours, or one that it is compared with.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Binary">Its file.</param>
/// <param name="Start">Starts it.</param>
internal sealed record Contender(string Name, string Binary, Func<TestCluster, StartedContender> Start)
{
    /// <summary>The controller as it is shipped: metrics over HTTPS, for whom RBAC allows it.</summary>
    public static Contender Ours(string binary) => new("vpc-mirror-controller", binary, cluster =>
    {
        var controller = ControllerProcess.Start(cluster, binary, "--metrics-secure", "true");
        return new StartedContender(controller.Process, controller.Ports);
    });

    /// <param name="binary">What <c>tests/peers/client-go/build.sh</c> has built.</param>
    /// <param name="options">Its options.</param>
    public static Contender ClientGo(string binary, IReadOnlyList<string> options) =>
        new(string.Join(' ', ["plain client-go", .. options]), binary, cluster => new StartedContender(
            LoggedProcess.Start(
                binary, ["--kubeconfig", cluster.Server.AdminKubeconfig, "--endpoint", cluster.Endpoint.ToString(), .. options]),
            null));
}

/// <summary>One that runs.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Ports">Where it serves metrics; null when it has none.</param>
internal sealed record StartedContender(LoggedProcess Process, ControllerPorts? Ports);
