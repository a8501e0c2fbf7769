using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// What a store has to know of a kind: where it is served, how it is read and written, and by what else its objects are found.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed record ResourceKind<T> : IResourceKind
    where T : class, IResource
{
    /// <summary>The kind as written in manifests.</summary>
    public required string Kind { get; init; }

    /// <summary>Where the API server serves it.</summary>
    public required ResourcePath Path { get; init; }

    /// <summary>Its JSON form, read with the labels and annotations of its <see cref="KeptMetadata"/>.</summary>
    public required JsonTypeInfo<T> Type { get; init; }

    /// <summary>The JSON of an object's spec, as declared.</summary>
    public required Func<T, JsonObject> Spec { get; init; }

    /// <summary>The JSON of an object's status; null while it has none. Apart, because it is compared with each write.</summary>
    public required Func<T, JsonObject?> Status { get; init; }

    /// <summary>The conditions of an object's status.</summary>
    public required Func<T, IReadOnlyList<Condition>> Conditions { get; init; }

    /// <summary>Whether two objects say the same in their status, so that the second need not be written.</summary>
    public required Func<T, T, bool> SaysTheSame { get; init; }

    /// <summary>Whether a call that the object recorded has no answer yet, so that it may still be on its way.</summary>
    public required Func<T, bool> HasOpenCall { get; init; }

    /// <summary>
    /// The finalizers that a living object is to have, for a store that is asked to delete one which no reconcile has held yet.
    /// </summary>
    public Func<T, IReadOnlyList<string>> Finalizers { get; init; } = item => item.Metadata.Finalizers;

    /// <summary>
    /// What an object speaks for in the cloud, and the value of its index (<see cref="IObjectStore{T}.ClaimantsOf"/>). Immutable: an object
    /// that is declared with another one is another object, and the old status must not speak for it.
    /// </summary>
    public required Func<T, string> Identity { get; init; }

    /// <summary>Whether an object has this <see cref="Identity"/>. Asked often: a kind may answer without making the text.</summary>
    public Func<T, string, bool> HasIdentity { get => field ?? ((item, identity) => Identity(item) == identity); init; }

    /// <summary>Name of the informer's index by <see cref="Identity"/>.</summary>
    public const string IdentityIndex = "identity";

    /// <summary>
    /// The new version of an object with the parts of the old one that are equal (<see cref="InformerOptions{T}.Reuse"/>).
    /// </summary>
    public Func<T, T, T> Reuse { get; init; } = (_, current) => current;

    /// <summary>The indexes of the kind's informer.</summary>
    public IReadOnlyDictionary<string, IndexedBy<T>> Indexes => new Dictionary<string, IndexedBy<T>>
    {
        [IdentityIndex] = new(item => [Identity(item)]) { Has = HasIdentity },
    };

    /// <summary>Name of the resource definition, <c>plural.group</c>.</summary>
    public string DefinitionName => $"{Path.Plural}.{Path.Group}";
}
