using VpcMirrorOperator.Engine.Tenancy;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Settings of the reconciler.</summary>
internal sealed record ReconcilerOptions
{
    /// <summary>This process, unique: it is written into <c>status.operation.holder</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>
    /// Whose the created sessions are: the uid of the namespace kube-system, or the declared owner. Null: nothing is created or deleted.
    /// </summary>
    public string? Cluster { get; init; }

    /// <summary>What namespaces may have.</summary>
    public required TenancyRules Tenancy { get; init; }
}
