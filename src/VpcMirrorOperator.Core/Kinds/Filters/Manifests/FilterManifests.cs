using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Filters.Manifests;

/// <summary>Filters in manifests.</summary>
internal sealed class FilterManifests : IManifestKind
{
    /// <inheritdoc/>
    public string Kind => TrafficMirrorFilter.KindName;

    /// <inheritdoc/>
    public string GroupVersion => TrafficMirrorFilter.GroupVersion;

    /// <inheritdoc/>
    public string SpecRemedy => "Add spec with regionId, trafficMirrorFilterId or filter, and ingressRules or egressRules.";

    /// <inheritdoc/>
    public IResource Read(ObjectMeta metadata, YamlMap spec, ManifestErrors errors) =>
        new TrafficMirrorFilter { Metadata = metadata, Spec = FilterSpecReader.Read(spec, errors) };

    /// <inheritdoc/>
    public ManifestClaim ClaimOf(IResource item)
    {
        var filter = ((TrafficMirrorFilter)item).Filter();
        return new ManifestClaim(
            filter.Identity, "spec.trafficMirrorFilterId", $"the filter {filter} is declared twice",
            "A filter has one owner: merge the two objects.");
    }
}
