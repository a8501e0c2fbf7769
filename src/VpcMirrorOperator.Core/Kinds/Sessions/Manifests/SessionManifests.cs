using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Kinds.Sessions.Manifests;

/// <summary>Sessions in manifests.</summary>
internal sealed class SessionManifests : IManifestKind
{
    /// <inheritdoc/>
    public string Kind => TrafficMirrorSession.KindName;

    /// <inheritdoc/>
    public string GroupVersion => TrafficMirrorSession.GroupVersion;

    /// <inheritdoc/>
    public string SpecRemedy => "Add spec with regionId, trafficMirrorSessionId or session, and sourceIds.";

    /// <inheritdoc/>
    public IResource Read(ObjectMeta metadata, YamlMap spec, ManifestErrors errors) =>
        new TrafficMirrorSession { Metadata = metadata, Spec = SessionSpecReader.Read(spec, errors) };

    /// <inheritdoc/>
    public ManifestClaim ClaimOf(IResource item)
    {
        var session = ((TrafficMirrorSession)item).Session();
        return new ManifestClaim(
            session.Identity, "spec.trafficMirrorSessionId", $"the session {session} is declared twice",
            "A session has one owner: merge the two objects.");
    }
}
