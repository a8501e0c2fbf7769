using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Api.Shared;

/// <summary>An object of one of the operator's kinds. Immutable: everybody reads the same instance.</summary>
public interface IResource
{
    /// <summary>Name, namespace, generation, resourceVersion, annotations, finalizers.</summary>
    ObjectMeta Metadata { get; }
}
