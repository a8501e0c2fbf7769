using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>Has the policies reconciled that look at pods or nodes, when the cluster has changed.</summary>
internal sealed class ClusterNews
{
    private volatile Action? _told;

    /// <summary>Something has changed.</summary>
    public void Tell() => _told?.Invoke();

    /// <summary>Who is to be told.</summary>
    /// <param name="store">The policies.</param>
    /// <param name="wake">Has one reconciled.</param>
    public void Follow(IObjectStore<TrafficMirrorPolicy> store, Action<ObjectKey> wake) => _told = () =>
    {
        foreach (var policy in store.List())
            if (NeedsCluster.Of(policy.Spec)) wake(policy.Key());
    };
}
