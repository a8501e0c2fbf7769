using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Waiting for a key, cancellation and shutdown.</summary>
public sealed class WorkQueueGetTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueueGetTests() => _queue = new WorkQueue<string>(_time, new Random(1));

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task Waiting_workers_are_served_in_the_order_they_came()
    {
        var first = _queue.GetAsync(TestContext.Current.CancellationToken).AsTask();
        var second = _queue.GetAsync(TestContext.Current.CancellationToken).AsTask();
        _queue.Add("a");
        _queue.AddAfter("b", Second);
        _time.Advance(Second);
        Assert.Equal("a", await first);
        Assert.Equal("b", await second);
    }

    [Fact]
    public async Task A_cancelled_worker_takes_no_key_with_it()
    {
        using var cancel = new CancellationTokenSource();
        var leaver = _queue.GetAsync(cancel.Token).AsTask();
        var stayer = _queue.GetAsync(TestContext.Current.CancellationToken).AsTask();
        await cancel.CancelAsync();
        _queue.Add("a");
        Assert.Equal("a", await stayer);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        _queue.Add("b");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _queue.GetAsync(cancel.Token));
        Assert.Equal(1, _queue.Count);
    }

    [Fact]
    public async Task A_key_handed_over_before_the_cancellation_is_still_returned()
    {
        using var cancel = new CancellationTokenSource();
        var taking = _queue.GetAsync(cancel.Token).AsTask();
        _queue.Add("a");
        await cancel.CancelAsync();
        Assert.Equal("a", await taking);
    }

    [Fact]
    public async Task Shut_down_drains_what_is_ready_or_dirty_and_ignores_the_rest()
    {
        _queue.Add("running");
        _queue.Next();
        _queue.Add("running");
        _queue.Add("ready");
        _queue.AddAfter("waiting", Second);
        _queue.ShutDown();
        _queue.Add("late");
        _time.Advance(2 * Second);
        Assert.Equal("ready", _queue.NextDone());
        _queue.Done("running");
        Assert.Equal("running", _queue.NextDone());
        await Assert.ThrowsAsync<WorkQueueClosedException>(async () => await _queue.GetAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Shut_down_wakes_waiting_workers()
    {
        var taking = _queue.GetAsync(TestContext.Current.CancellationToken).AsTask();
        _queue.ShutDown();
        await Assert.ThrowsAsync<WorkQueueClosedException>(() => taking);
    }
}
