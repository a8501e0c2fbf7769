using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>The objects of a set of manifests without errors, at least one.</summary>
/// <param name="Filters">The filters, in the order of the texts.</param>
/// <param name="Sessions">The sessions, in the order of the texts.</param>
/// <param name="Policies">The policies.</param>
/// <param name="Places">Where each of them is declared, by kind and name.</param>
internal sealed record DeclaredObjects(
    IReadOnlyList<TrafficMirrorFilter> Filters, IReadOnlyList<TrafficMirrorSession> Sessions,
    IReadOnlyList<TrafficMirrorPolicy> Policies,
    IReadOnlyDictionary<(string Kind, ObjectKey Key), ManifestPlace> Places)
{
    /// <summary>The objects in what was read, which has no errors: so no name is there twice in a kind.</summary>
    public static DeclaredObjects Of(ManifestSet set) => new(
        set.Of<TrafficMirrorFilter>(), set.Of<TrafficMirrorSession>(), set.Of<TrafficMirrorPolicy>(),
        set.Placed.ToDictionary(
            one => (one.Kind.Kind, one.Item.Metadata.Key), one => new ManifestPlace(one.Errors.File, one.Mark.Line)));
}
