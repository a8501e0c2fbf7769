using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Cluster;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Cluster;

public class NeedsClusterTests
{
    private static readonly SourceEntry ById = new() { NetworkInterfaceIds = ["eni-1"] };
    private static readonly SourceEntry Pods = new() { Pods = new PodSource { PodSelector = new LabelSelector() } };
    private static readonly SourceEntry Nodes = new() { Nodes = new NodeSource { NodeSelector = new LabelSelector() } };

    [Fact]
    public void P4_pods_and_nodes_are_watched_only_for_policies_that_look_at_them_if_only_to_exclude_them()
    {
        Assert.False(Needs([ById], []));
        Assert.True(Needs([ById, Pods], []));
        Assert.True(Needs([Nodes], []));
        Assert.True(Needs([ById], [Pods]));
        Assert.True(Needs([ById], [ById, Nodes]));
    }

    private static bool Needs(IReadOnlyList<SourceEntry> sources, IReadOnlyList<SourceEntry> exclude) =>
        NeedsCluster.Of(PolicyRig.Spec() with { Sources = sources, Exclude = exclude });
}
