using System.Net;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements;

/// <summary>
/// The native binary as a controller, once through its life: ready, one sample reconciled, metrics read by whom RBAC allows, stopped,
/// nothing left running.
/// </summary>
internal static class SmokeTest
{
    public static async Task RunAsync(string binary)
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, binary, "--metrics-secure", "true");
        try
        {
            await LifeAsync(cluster, controller);
        }
        catch
        {
            await Console.Error.WriteLineAsync(controller.Log);
            throw;
        }
    }

    private static async Task LifeAsync(TestCluster cluster, ControllerProcess controller)
    {
        await Wait.UntilAsync(async () => await controller.Ports.StatusAsync("/readyz") == HttpStatusCode.OK, "/readyz answers 200");
        await cluster.KubectlAsync("apply", "--validate=false", "-f", Repository.PathOf("config", "samples", "web-tier.yaml"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/web-tier", "--timeout=60s");
        if (cluster.Executed("Add").Count != 17)
            throw new InvalidOperationException("The cloud was not told to add the 17 missing sources.");
        Console.WriteLine(await cluster.KubectlAsync("get", "tms/web-tier"));
        await ScrapeAsync(cluster, controller);
        controller.Signal("TERM");
        if (await controller.Ended is not 0 and var code) throw new InvalidOperationException($"SIGTERM ended it with exit code {code}.");
        if (Directory.Exists($"/proc/{controller.Id}")) throw new InvalidOperationException("The process is still there.");
    }

    private static async Task ScrapeAsync(TestCluster cluster, ControllerProcess controller)
    {
        var page = await (await Scraper.AllowedAsync(cluster)).ReadAsync(controller.Ports);
        if (!page.Contains("vpcmirror_build_info", StringComparison.Ordinal))
            throw new InvalidOperationException("The metrics lack vpcmirror_build_info.");
        var stranger = await controller.Ports.SecureMetricsAsync(await cluster.TokenAsync("default", "stranger"));
        if (stranger.Status != HttpStatusCode.Forbidden)
            throw new InvalidOperationException($"Metrics were answered with {stranger.Status} to who may not read them.");
    }
}
