using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>One kind of objects, as the process, its metrics, its rights and its documentation need to know it.</summary>
internal interface IKindRegistration
{
    /// <summary>The kind's names and where it is served.</summary>
    IResourceKind Resource { get; }

    /// <summary>How its objects are read from manifests.</summary>
    IManifestKind Manifests { get; }

    /// <summary>Puts the kind's informer, work queue, reconciler and controller together; nothing runs yet.</summary>
    /// <param name="context">What the process gives to every kind.</param>
    IHostedKind Host(HostContext context);
}
