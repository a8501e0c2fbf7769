using Microsoft.AspNetCore.Http;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>Bytes that a reconcile without news allocates, on the JIT in this process.</summary>
internal static class Allocations
{
    private const int Objects = 1_000;
    private const int DirectPasses = 1_000;
    private const int DirectAttempts = 20;
    private static readonly TimeSpan DriftCheck = TimeSpan.FromSeconds(30);

    public static async Task<Row[]> RunAsync()
    {
        await using var stage = await Stage.StartAsync(Objects);
        await stage.DeclareAsync(0, Objects, DriftCheck);
        using var op = new InProcessOperator(stage.Cluster);
        using var stop = new CancellationTokenSource();
        var running = op.RunAsync(stop.Token);
        await stage.Statuses.ReachAsync(Objects);
        // The first drift check warms everything up.
        await Wait.ForAsync(DriftCheck * 1.5);
        var (bytes, reconciles) = await MinuteAsync(op);
        await stop.CancelAsync();
        await running;
        return
        [
            new Row(
                "allocated per no-op reconcile: queue, controller, metrics, reconcile, its share of the cloud read",
                Text.Of($"{bytes / reconciles:N0} bytes ({reconciles:0} reconciles)"), "<= 2,048 bytes"),
            new Row("of this the reconcile alone, session read before", Text.Of($"{await DirectAsync(op):N0} bytes")),
        ];
    }

    /// <summary>All that this process allocates in a minute in which it does nothing else.</summary>
    private static async Task<(long Bytes, double Reconciles)> MinuteAsync(InProcessOperator op)
    {
        op.Cloud.Replay();
        var passesBefore = await PassesAsync(op);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Wait.ForAsync(TimeSpan.FromMinutes(1));
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        return (bytes, await PassesAsync(op) - passesBefore);
    }

    /// <summary>The same object again and again on this thread; its session is in the reader's memory.</summary>
    private static async Task<long> DirectAsync(InProcessOperator op)
    {
        ObjectKey key = Crowd.Declare(0, DriftCheck).Key();
        // One that has to be read comes later.
        for (var attempt = 0; attempt < DirectAttempts; attempt++)
        {
            while (await Sessions(op).ReconcileAsync(key, CancellationToken.None) is Outcome.Waiting)
                await Wait.ForAsync(TimeSpan.FromSeconds(1));
            if (OnThisThread(op, key) is { } bytes) return bytes;
        }

        throw new InvalidOperationException("Reconciles had to wait at each attempt: their bytes are not all on this thread.");
    }

    /// <returns>Null when a reconcile had to wait, so that its bytes are not all on this thread.</returns>
    private static long? OnThisThread(InProcessOperator op, ObjectKey key)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < DirectPasses; i++)
        {
            var reconcile = Sessions(op).ReconcileAsync(key, CancellationToken.None);
            if (!reconcile.IsCompletedSuccessfully || reconcile.Result is Outcome.Waiting) return null;
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / DirectPasses;
    }

    private static RunningReconciles Sessions(InProcessOperator op) =>
        op.Parts.Kinds.Single(kind => kind.Controller == "trafficmirrorsession").Reconciles;

    private static async Task<double> PassesAsync(InProcessOperator op)
    {
        using var page = new MemoryStream();
        await op.Parts.Metrics.WriteAsync(new DefaultHttpContext { Response = { Body = page } }, op.Parts.Kinds);
        return MetricSum.Reconciles(System.Text.Encoding.UTF8.GetString(page.ToArray()));
    }
}
