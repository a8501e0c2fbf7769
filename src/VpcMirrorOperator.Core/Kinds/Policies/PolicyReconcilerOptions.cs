using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Policies.Cluster;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>Settings of the reconciler.</summary>
internal sealed record PolicyReconcilerOptions
{
    /// <summary>Whose the sessions are.</summary>
    public required Installation Installation { get; init; }

    /// <summary>What namespaces may have.</summary>
    public required TenancyRules Tenancy { get; init; }

    /// <summary>The sessions and filters of the process.</summary>
    public required KindLinks Links { get; init; }

    /// <summary>The term of this process as leader (rule P10); by default that of a process beside which no other works.</summary>
    public LeaderTerm Term { get; init; } = new(() => 0, () => true);

    /// <summary>Pods and nodes; null outside a cluster.</summary>
    public IClusterView? Cluster { get; init; }

    /// <summary>Whether a namespace is being deleted.</summary>
    public Func<string, CancellationToken, ValueTask<bool>> IsNamespaceEnding { get; init; } = (_, _) => ValueTask.FromResult(false);
}
