using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>Objects declared on a Kubernetes API server: read from an informer's cache, written by merge patch.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class KubernetesObjectStore<T> : IObjectStore<T>
    where T : class, IResource
{
    private static readonly ResourcePath Definitions = new("apiextensions.k8s.io", "v1", "customresourcedefinitions");

    private readonly ResourceKind<T> _kind;
    private readonly KubeClient _client;
    private readonly Informer<T> _informer;
    private readonly Func<bool> _mayWrite;
    private readonly OwnWrites<T> _own = new();

    /// <param name="kind">The kind.</param>
    /// <param name="client">The API server.</param>
    /// <param name="informer">The cache, indexed by <see cref="ResourceKind{T}.Identity"/>.</param>
    /// <param name="mayWrite">Whether this process leads; asked before each write.</param>
    public KubernetesObjectStore(ResourceKind<T> kind, KubeClient client, Informer<T> informer, Func<bool> mayWrite)
    {
        (_kind, _client, _informer, _mayWrite) = (kind, client, informer, mayWrite);
        // Forgets a write as soon as the cache has it.
        informer.Subscribe(_own.Seen);
    }

    /// <inheritdoc/>
    public T? Find(ObjectKey key) => _own.Newer(key, _informer.Find(key));

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">No answer, or one that does not say of this object that it is not there.</exception>
    public async ValueTask<T?> ReadAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        T? current = null;
        try
        {
            current = await _client.GetAsync(_kind.Path.Of(key), _kind.Type, cancellationToken);
        }
        catch (KubeApiException e) when (e.IsNotFound && e.MissingName == key.Name)
        {
            // The server itself says so, of this very object.
        }

        _own.Learn(key, current, _informer.Find(key));
        return current;
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<T> List() => WithUnseen(Newest(_informer.List()), _ => true);

    /// <inheritdoc/>
    public IReadOnlyCollection<T> ClaimantsOf(string identity) => WithUnseen(
        Newest(_informer.FindByIndex(ResourceKind<T>.IdentityIndex, identity)), item => _kind.HasIdentity(item, identity));

    /// <inheritdoc/>
    public bool MayBeShared(ReadOnlySpan<char> identity) => _informer.MayHaveSeveral(ResourceKind<T>.IdentityIndex, identity);

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public ValueTask<T> WriteStatusAsync(T read, T changed, CancellationToken cancellationToken) =>
        PatchAsync(read, PathOf(read).Status, WriteBody.Status(_kind, read, changed), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public ValueTask<T> WriteFinalizersAsync(T read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken) =>
        PatchAsync(read, PathOf(read), WriteBody.Finalizers(read, finalizers), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public async ValueTask<T> CreateAsync(T item, CancellationToken cancellationToken)
    {
        var key = item.Metadata.Key;
        EnsureLeading(key);
        try
        {
            var path = _kind.Path.In(key.Namespace.Length == 0 ? null : key.Namespace);
            var created = await _client.CreateAsync(path, WriteBody.Create(_kind, item), StoreJson.Default.JsonObject, cancellationToken);
            var written = created.Deserialize(_kind.Type) ?? throw new JsonException("The answer is null.");
            _own.Learn(key, written, _informer.Find(key));
            return written;
        }
        catch (KubeApiException e) when (e.IsAlreadyExists)
        {
            throw new ConflictException($"{key} exists already.", e);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public ValueTask<T> AnnotateAsync(T read, string name, string value, CancellationToken cancellationToken) =>
        PatchAsync(read, PathOf(read), WriteBody.Annotation(read, name, value), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public ValueTask<T> ChangeAsync(T read, T changed, CancellationToken cancellationToken) =>
        WriteBody.Change(_kind, read, changed) is { } patch
            ? PatchAsync(read, PathOf(read), patch, cancellationToken)
            : ValueTask.FromResult(read);

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public async ValueTask DeleteAsync(T read, CancellationToken cancellationToken)
    {
        EnsureLeading(read.Metadata.Key);
        try
        {
            await _client.DeleteAsync(PathOf(read), new Preconditions(read.Metadata.Uid, read.Metadata.ResourceVersion), cancellationToken);
        }
        catch (KubeApiException e) when (e.IsNotFound)
        {
            // Somebody else was faster, or this is the repetition of a deletion that was carried out.
        }
    }

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">It could not be found out.</exception>
    public async ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken)
    {
        try
        {
            var path = Definitions with { Name = _kind.DefinitionName };
            var definition = await _client.GetAsync(path, StoreJson.Default.PartialObject, cancellationToken);
            return definition.Metadata.DeletionTimestamp is not null;
        }
        catch (KubeApiException e) when (e.IsNotFound)
        {
            return true;
        }
    }

    private async ValueTask<T> PatchAsync(T read, ResourcePath path, JsonObject patch, CancellationToken cancellationToken)
    {
        var key = read.Metadata.Key;
        EnsureLeading(key);
        try
        {
            var written = await _client.PatchAsync(path, patch, StoreJson.Default.JsonObject, _kind.Type, cancellationToken);
            _own.Note(read, written, _informer.Find(key));
            return written;
        }
        catch (KubeApiException e) when (e.IsNotFound)
        {
            throw new ConflictException($"{key} is gone.", e);
        }
    }

    private ResourcePath PathOf(T read) => _kind.Path.Of(read.Metadata.Key);

    private void EnsureLeading(ObjectKey key)
    {
        if (!_mayWrite()) throw new ConflictException($"{key} is not written: this process no longer leads.");
    }

    /// <summary>With the objects that we made and the cache does not have yet; hardly ever is there one.</summary>
    private IReadOnlyList<T> WithUnseen(IReadOnlyList<T> known, Func<T, bool> belongs)
    {
        List<T>? made = null;
        foreach (var item in _own.Unseen)
            if (belongs(item) && _informer.Find(item.Metadata.Key) is null) (made ??= []).Add(item);
        return made is null ? known : [.. known, .. made];
    }

    private IReadOnlyList<T> Newest(IReadOnlyList<T> cached)
    {
        // Hardly ever is an object ahead of the cache.
        T?[]? newest = null;
        for (var i = 0; i < cached.Count; i++)
        {
            var newer = _own.Newer(cached[i].Metadata.Key, cached[i]);
            if (!ReferenceEquals(newer, cached[i])) (newest ??= [.. cached])[i] = newer;
        }

        return newest is null ? cached : [.. newest.OfType<T>()];
    }
}
