using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Kubernetes.Tests.Queue;

/// <summary>Who comes before whom, while thousands are found in order.</summary>
public sealed class WorkQueuePriorityTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly WorkQueue<string> _queue;

    public WorkQueuePriorityTests() => _queue = new WorkQueue<string>(_time, new Random(1));

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void A_check_that_is_due_does_not_overtake_what_was_queued_before()
    {
        _queue.AddLowPriorityAfter("check", TimeSpan.FromSeconds(1));
        _queue.AddLowPriority("first");
        _queue.AddLowPriority("second");
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["first", "second", "check"], All());
    }

    [Fact]
    public void What_goes_on_comes_before_what_begins_and_after_an_edit()
    {
        foreach (var key in new[] { "asked", "next", "last" }) _queue.AddLowPriority(key);
        _queue.Next();
        _queue.ResumeAfter("asked", TimeSpan.FromMinutes(1));
        _queue.Done("asked");
        _queue.Add("edited");
        _queue.Resume("asked");
        Assert.Equal(["edited", "asked", "next", "last"], All());
    }

    [Fact]
    public void What_goes_on_has_no_low_priority_when_it_had_none()
    {
        _queue.Add("edited");
        _queue.AddLowPriority("first");
        _queue.Next();
        _queue.Resume("edited");
        _queue.Done("edited");
        Assert.Equal(["edited", "first"], All());
    }

    [Fact]
    public void An_edit_of_what_waits_for_a_check_raises_it()
    {
        _queue.AddLowPriority("first");
        _queue.AddLowPriorityAfter("check", TimeSpan.FromSeconds(1));
        _queue.Add("check");
        Assert.Equal(["check", "first"], All());
    }

    private List<string> All()
    {
        var all = new List<string>();
        while (_queue.Count > 0) all.Add(_queue.NextDone());
        return all;
    }
}
