using System.Net;
using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.Measurements;

/// <summary>From the end of a leader until a warm standby leads.</summary>
internal static class Takeover
{
    public static async Task<Row[]> RunAsync(string binary)
    {
        await using var cluster = await TestCluster.StartAsync();
        List<TimeSpan> ends = [];
        var handovers = await TimesAsync(cluster, binary, "TERM", runs: 5, ends);
        var failovers = await TimesAsync(cluster, binary, "KILL", runs: 3, []);
        return
        [
            new Row("SIGTERM -> the leader has exited", Text.Seconds(ends)),
            new Row("SIGTERM -> the standby leads", Text.Seconds(handovers), "< 5 s"),
            new Row("SIGKILL -> the standby leads (lease of 15 s)", Text.Seconds(failovers)),
        ];
    }

    private static async Task<List<TimeSpan>> TimesAsync(TestCluster cluster, string binary, string signal, int runs, List<TimeSpan> ends)
    {
        List<TimeSpan> times = [];
        var leader = await StartAsync(cluster, binary);
        try
        {
            await Wait.UntilAsync(leader.Ports.LeadsAsync, "the first one leads");
            for (var run = 0; run < runs; run++)
            {
                var standby = await StartAsync(cluster, binary);
                try
                {
                    var started = TimeProvider.System.GetTimestamp();
                    leader.Signal(signal);
                    var ended = EndedAsync(leader, started);
                    await Wait.UntilAsync(standby.Ports.LeadsAsync, "the standby leads");
                    times.Add(TimeProvider.System.GetElapsedTime(started));
                    ends.Add(await ended);
                }
                finally
                {
                    leader.Dispose();
                    leader = standby;
                }
            }

            leader.Signal("TERM");
            await leader.Ended;
            return times;
        }
        finally
        {
            leader.Dispose();
        }
    }

    private static async Task<TimeSpan> EndedAsync(ControllerProcess process, long started)
    {
        await process.Ended;
        return TimeProvider.System.GetElapsedTime(started);
    }

    private static async Task<ControllerProcess> StartAsync(TestCluster cluster, string binary)
    {
        var controller = ControllerProcess.Start(cluster, binary);
        await Wait.UntilAsync(async () => await controller.Ports.StatusAsync("/readyz") == HttpStatusCode.OK, "a controller is ready");
        return controller;
    }
}
