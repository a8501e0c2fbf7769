using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// Where the declared sessions and their status live: manifests with a state folder, or the Kubernetes API server.
/// The reconciler knows nothing else of either.
/// </summary>
public interface ISessionStore
{
    /// <summary>The object as last known, or null when it is gone.</summary>
    /// <param name="key">Namespace and name.</param>
    TrafficMirrorSession? Find(ObjectKey key);

    /// <summary>Every object. The order is not promised.</summary>
    IReadOnlyCollection<TrafficMirrorSession> List();

    /// <summary>
    /// The objects that name this session: more than one is an ownership conflict. Those that are going are among them while a call of theirs may
    /// be on its way. The order is not promised.
    /// </summary>
    /// <param name="session">Region and session id.</param>
    IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(SessionRef session);

    /// <summary>Replaces the status if the object is still the one that was read: the resourceVersion is the fence of rule 6.</summary>
    /// <param name="read">The object as read; its resourceVersion must still be the current one.</param>
    /// <param name="status">The whole new status.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored, with its new resourceVersion.</returns>
    /// <exception cref="ConflictException">The object was changed or deleted since it was read. Nothing was written.</exception>
    ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSessionStatus status, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the finalizers under the same fence as <see cref="WriteStatusAsync"/>. A store whose objects are never deleted while they
    /// are looked at may leave the object as it is.
    /// </summary>
    /// <param name="read">The object as read; its resourceVersion must still be the current one.</param>
    /// <param name="finalizers">All finalizers that the object is to have.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored, with its new resourceVersion; as it was last when this write let it go.</returns>
    /// <exception cref="ConflictException">The object was changed or deleted since it was read. Nothing was written.</exception>
    ValueTask<TrafficMirrorSession> WriteFinalizersAsync(
        TrafficMirrorSession read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the kind itself is being deleted, as when the operator is uninstalled: then its objects go without being detached. Asked on
    /// each pass over a deleted object that is to be detached; the answer must be as new as the object's deletion. When it cannot be
    /// found out, throw: a guess could detach what must stay.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken);
}
