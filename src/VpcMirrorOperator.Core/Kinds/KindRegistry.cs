using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds;

/// <summary>The kinds of this operator: the one list that hosting, metrics, manifests, rights and documentation go by.</summary>
internal static class KindRegistry
{
    /// <summary>Every kind; one that others refer to comes before these.</summary>
    public static IReadOnlyList<IKindRegistration> All { get; } =
        [new FilterRegistration(), new SessionRegistration(), new PolicyRegistration()];

    /// <summary>Every kind as manifests know it.</summary>
    public static IReadOnlyList<IManifestKind> Manifests { get; } = [.. All.Select(kind => kind.Manifests)];
}
