using VpcMirrorOperator.Kubernetes.Events;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

/// <summary>What waits, and what goes when there is too much.</summary>
public class WaitingEventsTests
{
    private readonly WaitingEvents _waiting = new(capacity: 3);

    [Fact]
    public void First_in_first_out_and_a_repetition_takes_no_place()
    {
        foreach (var note in new[] { "a", "b", "b", "b" }) Assert.Equal(0, Add("p", EventType.Normal, "Added", note));
        Assert.Equal(0, Add("q", EventType.Normal, "Added", "a"));
        Assert.Equal(["p a", "p b", "p b", "p b", "q a"], Taken());
    }

    [Fact]
    public void What_a_newer_event_has_overtaken_goes_first_the_oldest_of_it()
    {
        Add("p", EventType.Normal, "Added", "a");
        Add("q", EventType.Normal, "Added", "1 source");
        Add("q", EventType.Normal, "Added", "2 sources");
        Assert.Equal(1, Add("q", EventType.Normal, "Added", "3 sources"));
        Assert.Equal(1, Add("q", EventType.Normal, "Added", "4 sources"));
        Assert.Equal(["p a", "q 3 sources", "q 4 sources"], Taken());
    }

    [Fact]
    public void A_Normal_event_goes_before_a_Warning()
    {
        Add("p", EventType.Warning, "Refused", "1");
        Add("p", EventType.Warning, "Refused", "2");
        Add("q", EventType.Normal, "Added", "a");
        Assert.Equal(1, Add("r", EventType.Warning, "Refused", "1"));
        Assert.Equal(1, Add("s", EventType.Normal, "Added", "new and least"));
        Assert.Equal(["p 1", "p 2", "r 1"], Taken());
    }

    [Fact]
    public void Among_warnings_the_overtaken_goes_and_then_the_oldest()
    {
        Add("o", EventType.Warning, "Refused", "1");
        Add("p", EventType.Warning, "Refused", "1");
        Add("p", EventType.Warning, "Refused", "2");
        Assert.Equal(1, Add("r", EventType.Warning, "Refused", "1"));
        Assert.Equal(1, Add("s", EventType.Warning, "Refused", "1"));
        Assert.Equal(["p 2", "r 1", "s 1"], Taken());
    }

    [Fact]
    public void All_repetitions_of_what_goes_are_counted()
    {
        foreach (var _ in new int[4]) Add("o", EventType.Normal, "Added", "same");
        Add("p", EventType.Normal, "Added", "1");
        Add("q", EventType.Normal, "Added", "1");
        Assert.Equal(4, Add("r", EventType.Normal, "Added", "1"));
    }

    private int Add(string name, EventType type, string reason, string note) =>
        _waiting.Add(new EventKey(EventRig.Pod with { Name = name }, type, reason, "Sync", note));

    private IEnumerable<string> Taken()
    {
        while (_waiting.TryTake(out var key)) yield return $"{key.Regarding.Name} {key.Note}";
    }
}
