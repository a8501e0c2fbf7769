using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>The sessions of a set of manifests without errors.</summary>
/// <param name="Sessions">The objects, at least one, in the order of the texts.</param>
/// <param name="Places">Where each of them is declared.</param>
internal sealed record DeclaredSessions(
    IReadOnlyList<TrafficMirrorSession> Sessions, IReadOnlyDictionary<ObjectKey, ManifestPlace> Places)
{
    /// <summary>The sessions in what was read, which has no errors: so no name is there twice.</summary>
    public static DeclaredSessions Of(ManifestSet set) => new(
        set.Of<TrafficMirrorSession>(),
        set.Placed.Where(one => one.Item is TrafficMirrorSession)
            .ToDictionary(one => one.Item.Metadata.Key, one => new ManifestPlace(one.Errors.File, one.Mark.Line)));
}
