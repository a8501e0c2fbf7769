using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Model;

public class ObjectKeyTests
{
    [Fact]
    public void Prints_like_kubectl()
    {
        Assert.Equal("security/ids", new ObjectKey("security", "ids").ToString());
        Assert.Equal("cluster-wide", new ObjectKey("", "cluster-wide").ToString());
    }

    [Fact]
    public void Sorts_ordinally_by_namespace_then_name()
    {
        ObjectKey[] sorted = [new("", "z"), new("B", "a"), new("a", "B"), new("a", "a"), new("a-", "a")];
        Assert.Equal(sorted, sorted.Reverse().Order());
        Assert.True(sorted[0] < sorted[1] && sorted[1] > sorted[0]);
        Assert.True(sorted[0] <= sorted[1] && sorted[0] >= new ObjectKey("", "z"));
    }
}
