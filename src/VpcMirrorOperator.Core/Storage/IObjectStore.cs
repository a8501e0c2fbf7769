using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// Where the objects of a kind and their status live: manifests with a state folder, or the Kubernetes API server. A reconciler knows
/// nothing else of either.
/// </summary>
/// <typeparam name="T">The kind.</typeparam>
internal interface IObjectStore<T>
    where T : class, IResource
{
    /// <summary>The object as last known, or null when it is gone.</summary>
    /// <param name="key">Namespace and name.</param>
    T? Find(ObjectKey key);

    /// <summary>
    /// Asks where the objects are kept, not a cache of them; <see cref="Find"/> and <see cref="List"/> know the answer from then on. For
    /// what must not rest on an old answer, and after a write whose outcome is unknown.
    /// </summary>
    /// <param name="key">Namespace and name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the store says that there is no object of this name.</returns>
    ValueTask<T?> ReadAsync(ObjectKey key, CancellationToken cancellationToken) => ValueTask.FromResult(Find(key));

    /// <summary>Every object. The order is not promised.</summary>
    IReadOnlyCollection<T> List();

    /// <summary>
    /// The objects that speak for the same thing in the cloud: more than one is an ownership conflict. Those that are going are among them
    /// while a call of theirs may be on its way. The order is not promised.
    /// </summary>
    /// <param name="identity">As <see cref="ResourceKind{T}.Identity"/> gives it.</param>
    IReadOnlyCollection<T> ClaimantsOf(string identity);

    /// <summary>
    /// Whether more than one object may speak for something. False is certain; true says no more than that <see cref="ClaimantsOf"/> is to
    /// be asked.
    /// </summary>
    /// <param name="identity">As <see cref="ResourceKind{T}.Identity"/> gives it.</param>
    bool MayBeShared(ReadOnlySpan<char> identity) => ClaimantsOf(identity.ToString()).Count > 1;

    /// <summary>Replaces the status if the object is still the one that was read: the resourceVersion is the fence of rule 6.</summary>
    /// <param name="read">The object as read; its resourceVersion must still be the current one.</param>
    /// <param name="changed">The same object with its whole new status; nothing else of it is written.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored, with its new resourceVersion.</returns>
    /// <exception cref="ConflictException">The object was changed or deleted since it was read. Nothing was written.</exception>
    ValueTask<T> WriteStatusAsync(T read, T changed, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the finalizers under the same fence as <see cref="WriteStatusAsync"/>. A store whose objects are never deleted while they
    /// are reconciled may leave the object as it is.
    /// </summary>
    /// <param name="read">The object as read; its resourceVersion must still be the current one.</param>
    /// <param name="finalizers">All finalizers that the object is to have.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored, with its new resourceVersion; as it was last when this write removed it.</returns>
    /// <exception cref="ConflictException">The object was changed or deleted since it was read. Nothing was written.</exception>
    ValueTask<T> WriteFinalizersAsync(T read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken);

    /// <summary>
    /// Sets one of the operator's own annotations under the same fence, for what must outlive the status. A store that keeps both in one
    /// place leaves the object as it is.
    /// </summary>
    /// <param name="read">The object as read; its resourceVersion must still be the current one.</param>
    /// <param name="name">The annotation.</param>
    /// <param name="value">Its value.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored.</returns>
    /// <exception cref="ConflictException">The object was changed or deleted since it was read. Nothing was written.</exception>
    ValueTask<T> AnnotateAsync(T read, string name, string value, CancellationToken cancellationToken) => ValueTask.FromResult(read);

    /// <summary>
    /// Creates an object that the operator owns: namespace, name, labels, annotations, finalizers, owners and spec as given, and no status.
    /// To create it again is a conflict, not a second object.
    /// </summary>
    /// <param name="item">The object. Uid, versions and creation time are the store's to give.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored.</returns>
    /// <exception cref="ConflictException">An object of this name exists. Nothing was written.</exception>
    ValueTask<T> CreateAsync(T item, CancellationToken cancellationToken);

    /// <summary>
    /// Changes spec, labels and annotations of an object that the operator owns, under the same fence as <see cref="WriteStatusAsync"/>.
    /// Only what differs is written; without a difference, nothing is, and the object is returned as read.
    /// </summary>
    /// <param name="read">The object as read; its resourceVersion must still be the current one.</param>
    /// <param name="changed">The same object with another spec, other labels or annotations; nothing else of it is written.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored, with its new resourceVersion.</returns>
    /// <exception cref="ConflictException">The object was changed or deleted since it was read. Nothing was written.</exception>
    ValueTask<T> ChangeAsync(T read, T changed, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes an object that the operator owns, or asks for its deletion while finalizers hold it. One that is gone already is no error.
    /// </summary>
    /// <param name="read">The object as read; its uid and resourceVersion must still be the current ones.</param>
    /// <param name="cancellationToken">Gives the deletion up; the outcome is then unknown.</param>
    /// <exception cref="ConflictException">The object was changed since, or is another one of the same name. It stays.</exception>
    ValueTask DeleteAsync(T read, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the kind itself is being deleted, as when the operator is uninstalled: then its objects are released and nothing in the
    /// cloud is removed. Asked at each reconcile of a deleted object that is to be cleaned up; the answer must be as new as the object's
    /// deletion. When it cannot be found out, throw: a guess could remove what must stay.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken);
}
