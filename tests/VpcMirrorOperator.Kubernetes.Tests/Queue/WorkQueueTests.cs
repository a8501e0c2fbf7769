using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>The rules one by one; <see cref="WorkQueueModelTests"/> checks them in all combinations.</summary>
public sealed class WorkQueueTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider time = new();
    private readonly WorkQueue<string> queue;

    public WorkQueueTests() => queue = new WorkQueue<string>(time, new WorkQueueOptions(), new Random(1));

    public void Dispose() => queue.Dispose();

    [Fact]
    public void A_key_added_twice_is_taken_once()
    {
        queue.Add("a");
        queue.Add("a");
        Assert.Equal(1, queue.Count);
        Assert.Equal("a", Take());
        AssertNothingReady();
    }

    [Fact]
    public void A_key_added_while_running_runs_again_only_after_done()
    {
        queue.Add("a");
        Take();
        queue.Add("a");
        AssertNothingReady();
        queue.Done("a");
        Assert.Equal("a", Take());
    }

    [Fact]
    public void Low_priority_keys_come_last_and_an_add_raises_them()
    {
        queue.AddLow("first list 1");
        queue.AddLow("first list 2");
        queue.Add("change");
        queue.Add("first list 2");
        Assert.Equal(["change", "first list 2", "first list 1"], [Take(), Take(), Take()]);
    }

    [Fact]
    public void A_failed_low_priority_key_stays_low()
    {
        queue.AddLow("first list");
        queue.AddRateLimited(Take());
        queue.Done("first list");
        time.Advance(2 * Second);
        queue.Add("change");
        Assert.Equal(["change", "first list"], [Take(), Take()]);
    }

    [Fact]
    public void Of_two_waits_the_earlier_counts_whichever_was_asked_for_first()
    {
        queue.AddAfter("a", 5 * Second);
        queue.AddAfter("a", 9 * Second);
        queue.AddAfter("b", 9 * Second);
        queue.AddAfter("b", 5 * Second);
        time.Advance(5 * Second - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, queue.Count);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["a", "b"], [TakeDone(), TakeDone()]);
        time.Advance(10 * Second);
        Assert.Equal((0, 0), (queue.Count, queue.Known));
    }

    [Fact]
    public void Adding_now_cancels_the_wait()
    {
        queue.AddAfter("a", Second);
        queue.Add("a");
        TakeDone();
        time.Advance(2 * Second);
        AssertNothingReady();
    }

    [Fact]
    public void A_wait_that_ends_while_the_key_runs_makes_it_run_again()
    {
        queue.Add("a");
        Take();
        queue.AddAfter("a", Second);
        time.Advance(Second);
        AssertNothingReady();
        queue.Done("a");
        Assert.Equal("a", Take());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void A_wait_longer_than_a_timer_can_count_is_kept(int days)
    {
        queue.AddAfter("a", TimeSpan.FromDays(days));
        for (var day = 0; day < Math.Min(days, 3650) - 1; day++) time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, queue.Count);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void Failures_count_until_forgotten_and_slow_the_key_down()
    {
        queue.Add("a");
        Take();
        Assert.InRange(queue.AddRateLimited("a"), Second, 1.2 * Second);
        Assert.InRange(queue.AddRateLimited("a"), 2 * Second, 2.4 * Second);
        Assert.Equal(2, queue.Failures("a"));
        queue.Forget("a");
        Assert.Equal(0, queue.Failures("a"));
        Assert.InRange(queue.AddRateLimited("a"), Second, 1.2 * Second);
    }

    [Fact]
    public void A_key_that_went_through_everything_leaves_nothing_behind()
    {
        queue.AddLow("a");
        queue.AddRateLimited(Take());
        queue.Done("a");
        time.Advance(2 * Second);
        Take();
        queue.Forget("a");
        queue.AddAfter("a", Second);
        queue.Done("a");
        time.Advance(Second);
        TakeDone();
        Assert.Equal(0, queue.Known);
    }

    [Fact]
    public void Bringing_a_wait_forward_many_times_keeps_one_entry()
    {
        for (var i = 100_000; i > 0; i--) queue.AddAfter("a", TimeSpan.FromMinutes(i));
        Assert.Equal(1, queue.Waiting);
    }

    [Fact]
    public void Giving_back_a_key_that_is_not_taken_is_an_error()
    {
        queue.Add("a");
        Assert.Throws<InvalidOperationException>(() => queue.Done("a"));
    }

    private string Take() => queue.Next();

    private string TakeDone() => queue.NextDone();

    private void AssertNothingReady() => Assert.Equal(0, queue.Count);
}
