using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Storage;

/// <summary>What is known of a kind without its type.</summary>
internal interface IResourceKind
{
    /// <summary>The kind as written in manifests.</summary>
    string Kind { get; }

    /// <summary>Where the API server serves it.</summary>
    ResourcePath Path { get; }

    /// <summary>Name of the resource definition, <c>plural.group</c>.</summary>
    string DefinitionName { get; }
}
