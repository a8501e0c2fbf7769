using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>
/// A minute in which nothing changes: with the default drift check interval, and with the shortest one, which makes many reconciles.
/// </summary>
internal static class Idle
{
    private const int Objects = 1_000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public static async Task<Row[]> RunAsync(string binary)
    {
        var quiet = await MinuteAsync(binary, null);
        // Without election, so that no renewal of the lease is among the calls.
        var busy = await MinuteAsync(binary, TimeSpan.FromSeconds(30), "--leader-elect", "false");
        return
        [
            new Row(
                Text.Of($"CPU in an idle minute, {Objects:N0} objects, default drift check"),
                Text.Of($"{quiet.Cpu:0.00} s, {quiet.Reconciles:0} reconciles")),
            new Row(
                Text.Of($"CPU in a minute, {Objects:N0} objects, drift check each 30 s"),
                Text.Of($"{busy.Cpu:0.00} s, {busy.Reconciles:0} reconciles")),
            new Row(
                "API server calls per no-op reconcile",
                Text.Of($"{busy.Calls / busy.Reconciles:0.####} ({busy.Calls:0} calls, {busy.Reconciles:0} reconciles)"), "0"),
        ];
    }

    private static async Task<Use> MinuteAsync(string binary, TimeSpan? driftCheckInterval, params string[] options)
    {
        await using var stage = await Stage.StartAsync(Objects);
        await stage.DeclareAsync(0, Objects, driftCheckInterval);
        using var controller = ControllerProcess.Start(stage.Cluster, binary, options);
        await stage.Statuses.ReachAsync(Objects);
        await Wait.ForAsync(Settling);
        var before = await controller.Ports.MetricsAsync();
        var cpu = ProcessUse.Cpu(controller.Id);
        await Wait.ForAsync(TimeSpan.FromMinutes(1));
        if (controller.Ended.IsCompleted) throw new InvalidOperationException($"It ended with {await controller.Ended}:\n{controller.Log}");
        var used = ProcessUse.Cpu(controller.Id) - cpu;
        var after = await controller.Ports.MetricsAsync();
        const string calls = "rest_client_requests_total";
        return new Use(
            used.TotalSeconds, MetricSum.Reconciles(after) - MetricSum.Reconciles(before),
            MetricSum.Of(after, calls) - MetricSum.Of(before, calls));
    }

    private sealed record Use(double Cpu, double Reconciles, double Calls);
}
