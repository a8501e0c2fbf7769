using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>
/// From the start of the process until a new object is seen Ready: connect, list, lease, read the cloud, write the status.
/// </summary>
internal static class FirstReconcile
{
    private const int Runs = 5;

    public static async Task<Row[]> RunAsync(string binary)
    {
        await using var stage = await Stage.StartAsync(Runs);
        List<TimeSpan> times = [];
        for (var run = 0; run < Runs; run++)
        {
            await stage.DeclareAsync(run, 1);
            var started = TimeProvider.System.GetTimestamp();
            using var controller = ControllerProcess.Start(stage.Cluster, binary);
            await stage.Statuses.ReachAsync(run + 1);
            times.Add(TimeProvider.System.GetElapsedTime(started));
            // A clean end, so that the next one finds the lease free.
            controller.Signal("TERM");
            await controller.Ended;
        }

        return [new Row("start -> first status written", Text.Seconds(times))];
    }
}
