using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>
/// What a program used from its start until ten seconds after its work was done. Memory in bytes, as it is then and at most; log in bytes.
/// </summary>
/// <param name="Resident">VmRSS.</param>
/// <param name="Peak">VmHWM.</param>
/// <param name="Own">Processor time of the program.</param>
/// <param name="Server">Processor time of API server and etcd.</param>
/// <param name="Done">Until its work was done.</param>
/// <param name="ApiCalls">Calls that the API server counted.</param>
/// <param name="Events">Events that the API server has more than before.</param>
/// <param name="CloudCalls">Calls that the cloud got.</param>
/// <param name="Log">What it wrote to its two streams.</param>
/// <param name="Status">Length of one object's status as JSON, in characters: whether programs wrote equally much.</param>
internal sealed record Life(
    long Resident, long Peak, TimeSpan Own, TimeSpan Server, TimeSpan Done, ApiCalls ApiCalls, int Events, int CloudCalls, long Log,
    int Status)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <summary>Lets a program work.</summary>
    /// <param name="contender">The program.</param>
    /// <param name="cluster">Where.</param>
    /// <param name="done">Ends when its work is done.</param>
    /// <param name="after">What is done with it afterwards; not measured.</param>
    public static async Task<Life> OfAsync(
        Contender contender, TestCluster cluster, Func<CloudReads, Task> done, Func<StartedContender, Task> after)
    {
        // In this order, here and at the end: the count of events is a call, too.
        var events = await EventCount.FoundAsync(cluster);
        var (calls, reads) = (await ApiCalls.SoFarAsync(cluster), new CloudReads(cluster.Cloud));
        var (server, started) = (ServerCpu(cluster), TimeProvider.System.GetTimestamp());
        var running = contender.Start(cluster);
        using var process = running.Process;
        var end = await Task.WhenAny(done(reads), process.Ended);
        var took = TimeProvider.System.GetElapsedTime(started);
        await end;
        await Wait.ForAsync(Settling);
        if (process.Ended.IsCompleted)
            throw new InvalidOperationException($"{contender.Name} ended with {await process.Ended}:\n{process.Log}");
        var life = new Life(
            ProcessUse.Resident(process.Id), ProcessUse.Peak(process.Id), ProcessUse.Cpu(process.Id), ServerCpu(cluster) - server, took,
            (await ApiCalls.SoFarAsync(cluster)).Since(calls), await EventCount.FoundAsync(cluster) - events, reads.Calls,
            process.LogLength, await StatusLengthAsync(cluster));
        await after(running);
        // A clean end, so that the next one finds the lease free.
        process.Signal("TERM");
        await process.Ended;
        return life;
    }

    private static async Task<int> StatusLengthAsync(TestCluster cluster) =>
        (await cluster.KubectlAsync("get", "tms", Crowd.Declare(0, null).Metadata.Name, "-o", "jsonpath={.status}")).Length;

    private static TimeSpan ServerCpu(TestCluster cluster) =>
        cluster.Server.ProcessIds.Aggregate(TimeSpan.Zero, (sum, id) => sum + ProcessUse.Cpu(id));
}
