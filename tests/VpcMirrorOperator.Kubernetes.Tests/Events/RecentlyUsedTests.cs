using VpcMirrorOperator.Kubernetes.Events;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

public class RecentlyUsedTests
{
    [Fact]
    public void What_was_put_in_longest_ago_makes_room()
    {
        var recent = new RecentlyUsed<string, int>(capacity: 2);
        recent.Put("a", 1);
        recent.Put("b", 2);
        recent.Put("a", 3);
        recent.Put("c", 4);
        Assert.False(recent.TryGet("b", out _));
        Assert.Equal([("a", 3), ("c", 4)], recent.Entries);
        recent.Remove("a");
        recent.Put("d", 5);
        Assert.Equal([("c", 4), ("d", 5)], recent.Entries);
    }
}
