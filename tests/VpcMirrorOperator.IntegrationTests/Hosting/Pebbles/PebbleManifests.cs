using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.IntegrationTests.Hosting.Pebbles;

/// <summary>Pebbles in manifests. Several may have one colour.</summary>
internal sealed class PebbleManifests : IManifestKind
{
    public string Kind => nameof(Pebble);

    public string GroupVersion => "vpcmirror.io/v1";

    public string SpecRemedy => "Add spec with colour.";

    public IResource Read(ObjectMeta metadata, YamlMap spec, ManifestErrors errors)
    {
        var colour = new MapReader(spec, "spec", errors, ["colour"]).RequiredText("colour", "Name a colour.");
        return new Pebble { Metadata = metadata, Spec = new PebbleSpec(colour ?? "") };
    }

    public ManifestClaim? ClaimOf(IResource item) => null;
}
