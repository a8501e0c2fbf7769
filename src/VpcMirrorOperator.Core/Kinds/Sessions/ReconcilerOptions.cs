using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Settings of the reconciler.</summary>
internal sealed record ReconcilerOptions
{
    /// <summary>This process, unique: it is written into <c>status.operation.holder</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>Whose the created sessions are.</summary>
    public required Installation Installation { get; init; }

    /// <summary>Finds the objects that <c>filterRef</c> names, as last known.</summary>
    public Func<ObjectKey, TrafficMirrorFilter?> FindFilter { get; init; } = _ => null;

    /// <summary>Asks for the policies of sessions; null where there are none.</summary>
    public OwningPolicies? Policies { get; init; }

    /// <summary>Whether an interface is in three other sessions than this one, as far as a list of the region shows it.</summary>
    public Func<SessionRef, Func<string, bool>?> FullElsewhere { get; init; } = _ => null;

    /// <summary>What namespaces may have.</summary>
    public required TenancyRules Tenancy { get; init; }

    /// <summary>
    /// Whether objects at rest go the short way (<see cref="RestingObjects"/>): it is to make no difference that can be seen.
    /// </summary>
    public bool SparesResting { get; init; } = true;
}
