using System.Collections.ObjectModel;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>What an <see cref="Informer{T}"/> follows, and how.</summary>
/// <typeparam name="T">The kind; immutable, because everybody reads the same instance.</typeparam>
public sealed record InformerOptions<T>
    where T : class
{
    /// <summary>The collection; its namespace is ignored, see <see cref="Namespaces"/>.</summary>
    public required ResourcePath Resource { get; init; }

    /// <summary>How to read an object.</summary>
    public required JsonTypeInfo<T> Type { get; init; }

    /// <summary>Where an object has its metadata.</summary>
    public required Func<T, ObjectMeta> Meta { get; init; }

    /// <summary>
    /// Only these namespaces, each with a list and a watch of its own; empty (the default) for all, or for a cluster-scoped kind.
    /// </summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Label selector; null for all.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>
    /// More ways to find objects (<see cref="Informer{T}.FindByIndex"/>), by name, as client-go's <c>Indexers</c>. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, IndexedBy<T>> Indexes { get; init; } = ReadOnlyDictionary<string, IndexedBy<T>>.Empty;

    /// <summary>
    /// The new version of an object, made of parts of the old one where these are equal: names and what rarely changes would otherwise be in
    /// memory once for everybody who keeps them. It must be equal to the new version. Default: as it was read.
    /// </summary>
    public Func<T, T, T> Reuse { get; init; } = (_, current) => current;

    /// <summary>Lists are streams where the server offers that, except where a test needs pages.</summary>
    internal bool StreamsLists { get; init; } = true;

    /// <summary>Objects asked for in one page of the list; 500, as in client-go, except where a test needs pages.</summary>
    internal int PageSize { get; init; } = 500;

    /// <summary>Wait before listing or watching again after a failure, as in client-go, except where a test needs exact times.</summary>
    internal Backoff Backoff { get; init; } = new(TimeSpan.FromMilliseconds(800), TimeSpan.FromSeconds(30), Factor: 2, Jitter: 1);
}
