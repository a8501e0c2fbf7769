using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>The rules one by one; <see cref="WorkQueueModelTests"/> checks them in all combinations.</summary>
public sealed class WorkQueueTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueueTests() => _queue = new WorkQueue<string>(_time, new Random(1));

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void A_key_added_twice_is_taken_once()
    {
        _queue.Add("a");
        _queue.Add("a");
        Assert.Equal(1, _queue.Count);
        Assert.Equal("a", Get());
        AssertNothingReady();
    }

    [Fact]
    public void A_key_added_while_running_runs_again_only_after_done()
    {
        _queue.Add("a");
        Get();
        _queue.Add("a");
        AssertNothingReady();
        _queue.Done("a");
        Assert.Equal("a", Get());
    }

    [Fact]
    public void Low_priority_keys_come_last_and_an_add_raises_them()
    {
        _queue.AddLowPriority("first list 1");
        _queue.AddLowPriority("first list 2");
        _queue.Add("change");
        _queue.Add("first list 2");
        Assert.Equal(["change", "first list 2", "first list 1"], [Get(), Get(), Get()]);
    }

    [Fact]
    public void A_failed_low_priority_key_stays_low()
    {
        _queue.AddLowPriority("first list");
        _queue.AddRateLimited(Get());
        _queue.Done("first list");
        _time.Advance(2 * Second);
        _queue.Add("change");
        Assert.Equal(["change", "first list"], [Get(), Get()]);
    }

    [Fact]
    public void Of_two_waits_the_earlier_counts_whichever_was_asked_for_first()
    {
        _queue.AddAfter("a", 5 * Second);
        _queue.AddAfter("a", 9 * Second);
        _queue.AddAfter("b", 9 * Second);
        _queue.AddAfter("b", 5 * Second);
        _time.Advance(5 * Second - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _queue.Count);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["a", "b"], [GetDone(), GetDone()]);
        _time.Advance(10 * Second);
        Assert.Equal((0, 0), (_queue.Count, _queue.Known));
    }

    [Fact]
    public void Adding_now_cancels_the_wait()
    {
        _queue.AddAfter("a", Second);
        _queue.Add("a");
        GetDone();
        _time.Advance(2 * Second);
        AssertNothingReady();
    }

    [Fact]
    public void A_wait_that_ends_while_the_key_runs_makes_it_run_again()
    {
        _queue.Add("a");
        Get();
        _queue.AddAfter("a", Second);
        _time.Advance(Second);
        AssertNothingReady();
        _queue.Done("a");
        Assert.Equal("a", Get());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void A_wait_longer_than_a_timer_can_count_is_kept(int days)
    {
        _queue.AddAfter("a", TimeSpan.FromDays(days));
        for (var day = 0; day < Math.Min(days, 3650) - 1; day++) _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, _queue.Count);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, _queue.Count);
    }

    [Fact]
    public void Failures_count_until_forgotten_and_slow_the_key_down()
    {
        _queue.Add("a");
        Get();
        Assert.InRange(_queue.AddRateLimited("a"), Second, 1.2 * Second);
        Assert.InRange(_queue.AddRateLimited("a"), 2 * Second, 2.4 * Second);
        Assert.Equal(2, _queue.Failures("a"));
        _queue.Forget("a");
        Assert.Equal(0, _queue.Failures("a"));
        Assert.InRange(_queue.AddRateLimited("a"), Second, 1.2 * Second);
    }

    [Fact]
    public void A_key_that_went_through_everything_leaves_nothing_behind()
    {
        _queue.AddLowPriority("a");
        _queue.AddRateLimited(Get());
        _queue.Done("a");
        _time.Advance(2 * Second);
        Get();
        _queue.Forget("a");
        _queue.AddAfter("a", Second);
        _queue.Done("a");
        _time.Advance(Second);
        GetDone();
        Assert.Equal(0, _queue.Known);
    }

    [Fact]
    public void Bringing_a_wait_forward_many_times_keeps_one_entry()
    {
        for (var i = 100_000; i > 0; i--) _queue.AddAfter("a", TimeSpan.FromMinutes(i));
        Assert.Equal(1, _queue.Waiting);
    }

    [Fact]
    public void Giving_back_a_key_that_is_not_taken_is_an_error()
    {
        _queue.Add("a");
        Assert.Throws<InvalidOperationException>(() => _queue.Done("a"));
    }

    private string Get() => _queue.Next();

    private string GetDone() => _queue.NextDone();

    private void AssertNothingReady() => Assert.Equal(0, _queue.Count);
}
