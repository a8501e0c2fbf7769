using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Waiting for a key, cancellation and shutdown.</summary>
public sealed class WorkQueueTakingTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider time = new();
    private readonly WorkQueue<string> queue;

    public WorkQueueTakingTests() => queue = new WorkQueue<string>(time, new WorkQueueOptions(), new Random(1));

    public void Dispose() => queue.Dispose();

    [Fact]
    public async Task Waiting_workers_are_served_in_the_order_they_came()
    {
        var first = queue.TakeAsync(TestContext.Current.CancellationToken).AsTask();
        var second = queue.TakeAsync(TestContext.Current.CancellationToken).AsTask();
        queue.Add("a");
        queue.AddAfter("b", Second);
        time.Advance(Second);
        Assert.Equal("a", await first);
        Assert.Equal("b", await second);
    }

    [Fact]
    public async Task A_cancelled_worker_takes_no_key_with_it()
    {
        using var cancel = new CancellationTokenSource();
        var leaver = queue.TakeAsync(cancel.Token).AsTask();
        var stayer = queue.TakeAsync(TestContext.Current.CancellationToken).AsTask();
        await cancel.CancelAsync();
        queue.Add("a");
        Assert.Equal("a", await stayer);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        queue.Add("b");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await queue.TakeAsync(cancel.Token));
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public async Task A_key_handed_over_before_the_cancellation_is_still_returned()
    {
        using var cancel = new CancellationTokenSource();
        var taking = queue.TakeAsync(cancel.Token).AsTask();
        queue.Add("a");
        await cancel.CancelAsync();
        Assert.Equal("a", await taking);
    }

    [Fact]
    public async Task Shut_down_drains_what_is_ready_or_dirty_and_ignores_the_rest()
    {
        queue.Add("running");
        queue.Next();
        queue.Add("running");
        queue.Add("ready");
        queue.AddAfter("waiting", Second);
        queue.ShutDown();
        queue.Add("late");
        time.Advance(2 * Second);
        Assert.Equal("ready", queue.NextDone());
        queue.Done("running");
        Assert.Equal("running", queue.NextDone());
        await Assert.ThrowsAsync<WorkQueueClosedException>(async () => await queue.TakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Shut_down_wakes_waiting_workers()
    {
        var taking = queue.TakeAsync(TestContext.Current.CancellationToken).AsTask();
        queue.ShutDown();
        await Assert.ThrowsAsync<WorkQueueClosedException>(() => taking);
    }
}
