using VpcMirrorOperator.Kinds.Policies.Regions;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>Pods, nodes and namespaces of the cluster, with the interfaces that carry their traffic.</summary>
internal interface IClusterView
{
    /// <summary>What the cluster shows now. The first look begins to watch; until everything is there it is not seen whole.</summary>
    /// <param name="interfaces">The interfaces of the region.</param>
    ClusterSight Look(InterfaceView interfaces);
}
