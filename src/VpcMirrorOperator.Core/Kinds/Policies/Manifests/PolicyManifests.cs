using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Policies.Manifests;

/// <summary>Policies in manifests.</summary>
internal sealed class PolicyManifests : IManifestKind
{
    /// <inheritdoc/>
    public string Kind => TrafficMirrorPolicy.KindName;

    /// <inheritdoc/>
    public string GroupVersion => TrafficMirrorPolicy.GroupVersion;

    /// <inheritdoc/>
    public string SpecRemedy => "Add spec with regionId, sources, targets, filterRef or filterId, and sessionTemplate.";

    /// <inheritdoc/>
    public IResource Read(ObjectMeta metadata, YamlMap spec, ManifestErrors errors)
    {
        if (metadata.Name.Length > PolicyBounds.MaxName)
            errors.Add(
                spec.Mark, "metadata.name", $"has {metadata.Name.Length} characters",
                $"Write at most {PolicyBounds.MaxName}, so that the names of its sessions fit.");
        return new TrafficMirrorPolicy { Metadata = metadata, Spec = PolicySpecReader.Read(spec, errors) };
    }

    /// <inheritdoc/>
    public ManifestClaim? ClaimOf(IResource item) => null;
}
