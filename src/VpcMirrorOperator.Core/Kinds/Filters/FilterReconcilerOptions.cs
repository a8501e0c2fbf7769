using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>Settings of the reconciler.</summary>
internal sealed record FilterReconcilerOptions
{
    /// <summary>This process, unique: it is written into <c>status.operation.holder</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>Whose the created filters are.</summary>
    public required Installation Installation { get; init; }

    /// <summary>The living object that manages a session of the cloud; null when none does.</summary>
    public Func<SessionRef, ObjectKey?> ManagerOf { get; init; } = _ => null;

    /// <summary>What namespaces may have.</summary>
    public required TenancyRules Tenancy { get; init; }

    /// <summary>The namespace of the operator; null outside a cluster.</summary>
    public string? OwnNamespace { get; init; }
}
