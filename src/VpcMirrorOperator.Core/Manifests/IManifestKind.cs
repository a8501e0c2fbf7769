using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Manifests;

/// <summary>How objects of one kind are read from manifests.</summary>
internal interface IManifestKind
{
    /// <summary>The kind as written in manifests.</summary>
    string Kind { get; }

    /// <summary>The API version as written in manifests.</summary>
    string GroupVersion { get; }

    /// <summary>What to do about a missing spec.</summary>
    string SpecRemedy { get; }

    /// <summary>Reads the spec. What comes back is of no use when an error was added.</summary>
    /// <param name="metadata">What was read of the object before.</param>
    /// <param name="spec">The spec.</param>
    /// <param name="errors">Where errors go.</param>
    IResource Read(ObjectMeta metadata, YamlMap spec, ManifestErrors errors);

    /// <summary>What in the cloud an object speaks for, when only one may; null when several may.</summary>
    /// <param name="item">An object of this kind.</param>
    ManifestClaim? ClaimOf(IResource item);
}
