using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

public class WorkQueueMetricsTests
{
    [Fact]
    public void Every_step_of_a_key_is_told_once_with_its_duration()
    {
        var time = new FakeTimeProvider();
        var metrics = new Recorder();
        using var queue = new WorkQueue<string>(time, new Random(1), metrics);
        queue.AddLowPriority("a");
        queue.AddLowPriority("a");
        queue.Add("a");
        time.Advance(TimeSpan.FromSeconds(3));
        queue.Next();
        queue.Add("a");
        time.Advance(TimeSpan.FromSeconds(2));
        queue.Done("a");
        queue.NextDone();
        queue.AddRateLimited("a");
        Assert.Equal(
            [
                "added", "depth 0+1", "depth 1+0", "taken 3", "depth 0+0", "added", "finished 2", "depth 1+0", "taken 0", "depth 0+0",
                "finished 0", "retried",
            ],
            metrics.Told);
    }

    private sealed class Recorder : IWorkQueueMetrics
    {
        public List<string> Told { get; } = [];

        public void Added() => Told.Add("added");

        public void DepthChanged(int normal, int low) => Told.Add($"depth {normal}+{low}");

        public void Taken(TimeSpan queued) => Told.Add($"taken {queued.TotalSeconds}");

        public void Finished(TimeSpan worked) => Told.Add($"finished {worked.TotalSeconds}");

        public void Retried() => Told.Add("retried");
    }
}
