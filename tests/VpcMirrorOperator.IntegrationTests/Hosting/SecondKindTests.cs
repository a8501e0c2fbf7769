using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Hosting;
using VpcMirrorOperator.Hosting.Metrics;
using VpcMirrorOperator.IntegrationTests.Cluster;
using VpcMirrorOperator.IntegrationTests.Hosting.Pebbles;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Processes;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Hosting;

/// <summary>A second kind takes a registration of its own, and nothing else of the operator knows of it.</summary>
public class SecondKindTests
{
    [Fact]
    public async Task Two_kinds_run_side_by_side_each_with_its_own_informer_queue_and_controller()
    {
        await using var cluster = await TestCluster.StartAsync();
        await cluster.ApplyAsync(PebbleRegistration.Definition);
        await cluster.KubectlAsync("wait", "--for=condition=Established", "crd/pebbles.vpcmirror.io", "--timeout=60s");
        using var stop = new CancellationTokenSource();
        var ports = ControllerPorts.Free();
        var running = RunAsync(cluster, ports, stop.Token);
        try
        {
            await Eventually.TrueAsync(async () => await ports.StatusAsync("/readyz") == HttpStatusCode.OK, "both caches are filled");
            await cluster.ApplyWebTierAsync();
            await PaintAsync(cluster, "red");
            await ChildIsAsync(cluster, "red");
            await PaintAsync(cluster, "blue");
            await ChildIsAsync(cluster, "blue");
            await MetricsTellThemApartAsync(ports);
            await PaintAsync(cluster, "none");
            await cluster.KubectlAsync("wait", "--for=delete", "pebble/child", "--timeout=60s");
        }
        finally
        {
            await stop.CancelAsync();
            Assert.True(await running);
        }
    }

    private static async Task<bool> RunAsync(TestCluster cluster, ControllerPorts ports, CancellationToken stop)
    {
        var process = new ProcessEnvironment
        {
            Time = TimeProvider.System,
            Variable = EmulatorCredentials.Variables.GetValueOrDefault,
            CurrentDirectory = Directory.GetCurrentDirectory(),
            RandomBytes = RandomNumberGenerator.GetBytes,
        };
        var settings = new ControllerSettings { LeaderElect = false, MetricsPort = ports.Metrics, HealthPort = ports.Health };
        using var server = KubeConfig.Load(cluster.Server.AdminKubeconfig);
        using var cloud = CloudConnection.Open(cluster.Endpoint.ToString(), process);
        var accounts = new CloudAccounts(new CloudAccount(Accounts.Default, cloud.Client, process.Time));
        using var parts = new OperatorParts(
            [.. KindRegistry.All, new PebbleRegistration()], settings, server, accounts, new OperatorMetrics(settings.LeaseName),
            NullLoggerFactory.Instance, process);
        return await new OperatorProcess(parts, settings, NullLogger.Instance).RunAsync(stop);
    }

    private static Task PaintAsync(TestCluster cluster, string colour) => cluster.ApplyAsync($"""
        apiVersion: vpcmirror.io/v1
        kind: Pebble
        metadata:
          name: parent
          namespace: default
        spec:
          colour: {colour}
        """);

    private static Task ChildIsAsync(TestCluster cluster, string colour) => Eventually.TrueAsync(
        async () => await ColoursAsync(cluster) == $"{colour} {colour}", $"the child is {colour}");

    /// <summary>Of the child: as created or changed, and as its own reconcile reported it.</summary>
    private static async Task<string> ColoursAsync(TestCluster cluster) =>
        (await cluster.TryKubectlAsync("get", "pebble/child", "-o", "jsonpath={.spec.colour} {.status.colour}")).Output.Trim();

    private static async Task MetricsTellThemApartAsync(ControllerPorts ports)
    {
        var page = await ports.MetricsAsync();
        foreach (var kind in new[] { "trafficmirrorsession", "pebble" })
        {
            Assert.Contains($"controller_runtime_max_concurrent_reconciles{{controller=\"{kind}\"}} 4", page, StringComparison.Ordinal);
            Assert.Matches($"workqueue_adds_total{{name=\"{kind}\",controller=\"{kind}\"}} [1-9]", page);
            Assert.Matches($"controller_runtime_reconcile_time_seconds_count{{controller=\"{kind}\"}} [1-9]", page);
        }

        Assert.Contains("informer_cached_objects 3", page, StringComparison.Ordinal);
        Assert.Contains("informer_lists_total 4", page, StringComparison.Ordinal);
        Assert.Contains("\npebbles 2\n", page, StringComparison.Ordinal);
        Assert.Contains("vpcmirror_session_ready{namespace=\"default\",name=\"web-tier\"}", page, StringComparison.Ordinal);
    }
}
