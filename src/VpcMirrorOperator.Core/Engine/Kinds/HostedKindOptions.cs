using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>What a kind brings along to be run.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed record HostedKindOptions<T>
    where T : class, IResource
{
    /// <summary>Where it is served, how it is read and written, and by what else its objects are found.</summary>
    public required ResourceKind<T> Resource { get; init; }

    /// <summary>
    /// Makes the reconciler of the objects in a store. By the second argument it has an object reconciled at once, when something has
    /// arrived that the object waits for.
    /// </summary>
    public required Func<IObjectStore<T>, Action<ObjectKey>, IReconciler> CreateReconciler { get; init; }

    /// <summary>
    /// Is told of each version of an object, before its key is queued if it is, so that reads of the cloud can be bundled; null for nobody.
    /// </summary>
    public Action<T>? Announce { get; init; }

    /// <summary>Runs beside the informer, until cancelled; null for nothing.</summary>
    public Func<CancellationToken, Task>? RunBesideAsync { get; init; }

    /// <summary>Writes the metrics of the objects in the text format of Prometheus; null for none.</summary>
    public Func<IReadOnlyCollection<T>, TextWriter, Task>? WriteMetricsAsync { get; init; }
}
