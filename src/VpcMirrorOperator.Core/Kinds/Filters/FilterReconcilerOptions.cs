using VpcMirrorOperator.Engine.Tenancy;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Settings of the reconciler.</summary>
internal sealed record FilterReconcilerOptions
{
    /// <summary>This process, unique: it is written into <c>status.operation.holder</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>What namespaces may have.</summary>
    public required TenancyRules Tenancy { get; init; }

    /// <summary>The namespace of the operator; null outside a cluster.</summary>
    public string? OwnNamespace { get; init; }
}
