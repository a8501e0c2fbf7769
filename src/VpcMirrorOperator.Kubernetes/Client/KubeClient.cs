using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// The calls to a Kubernetes API server, for any kind of object. Each is bound by 30 s with all its attempts, waits
/// and repeats when the server is busy (429, 503 with <c>Retry-After</c>), and repeats idempotent verbs over a broken connection.
/// </summary>
/// <remarks>
/// An answer is read from its stream: of a list or a watch, one object at a time is held, and none of more than 4 MiB. All calls throw
/// <see cref="KubeApiException"/> for whatever went wrong, <see cref="ConflictException"/> for a lost optimistic lock,
/// and <see cref="OperationCanceledException"/> only for the caller's own token. Thread-safe.
/// </remarks>
public sealed class KubeClient
{
    private readonly RequestPipeline _pipeline;
    private readonly string _fieldManager;
    private readonly TimeProvider _time;

    /// <summary>A client; owns nothing that must be disposed.</summary>
    /// <param name="http">Sends the requests, with TLS and credentials in it: see <see cref="KubeConnection.Http"/>.</param>
    /// <param name="address">Address of the server; may have a path.</param>
    /// <param name="fieldManager">
    /// Who writes, as <c>managedFields</c> will name it (at most 128 characters); also the <c>User-Agent</c> that audit logs show.
    /// </param>
    /// <param name="time">Clock of all limits and waits.</param>
    /// <param name="jitter">Seeded source of jitter; from here on used by this client alone.</param>
    /// <param name="metrics">Counts the requests; null for nobody.</param>
    public KubeClient(
        HttpMessageInvoker http, Uri address, string fieldManager, TimeProvider time, Random jitter, IRequestMetrics? metrics = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(fieldManager);
        (_fieldManager, _time) = (fieldManager, time);
        _pipeline = new RequestPipeline(http, address, fieldManager, time, jitter, metrics);
    }

    /// <summary>Reads one object.</summary>
    /// <param name="path">The object, or a subresource of it.</param>
    /// <param name="type">How to read it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<T> GetAsync<T>(ResourcePath path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(new KubeRequest(HttpMethod.Get, path.ToString()), type, cancellationToken);

    /// <summary>Reads one page of a collection.</summary>
    /// <param name="path">The collection.</param>
    /// <param name="list">Which objects, and which page.</param>
    /// <param name="type">How to read each object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ListPage<T>> ListAsync<T>(ResourcePath path, ListOptions list, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        _pipeline.SendAsync(
            new KubeRequest(HttpMethod.Get, path + list.Query),
            (r, token) => AnswerBody.ReadPageAsync(r, type, list.OnActivity, token),
            cancellationToken);

    /// <summary>Creates an object.</summary>
    /// <param name="path">The collection (with the namespace of a namespaced object).</param>
    /// <param name="value">The object, with <c>apiVersion</c> and <c>kind</c>.</param>
    /// <param name="type">How to write and read it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object as the server stored it.</returns>
    public Task<T> CreateAsync<T>(ResourcePath path, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(Write(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(value, type)), type, cancellationToken);

    /// <summary>Changes some fields by a JSON merge patch (RFC 7396): null removes a field, lists are replaced as a whole.</summary>
    /// <param name="path">The object, or a subresource of it.</param>
    /// <param name="patch">
    /// The patch; with <c>metadata.resourceVersion</c> in it the write is refused as a conflict if the object has changed since.
    /// </param>
    /// <param name="patchType">How to write the patch.</param>
    /// <param name="type">How to read the object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object as the server stored it.</returns>
    public Task<T> PatchAsync<TPatch, T>(
        ResourcePath path, TPatch patch, JsonTypeInfo<TPatch> patchType, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var request = Write(HttpMethod.Patch, path, JsonSerializer.SerializeToUtf8Bytes(patch, patchType));
        return SendAsync(request with { ContentType = "application/merge-patch+json" }, type, cancellationToken);
    }

    /// <summary>Deletes an object, or asks for its deletion if it has finalizers.</summary>
    /// <param name="path">The object.</param>
    /// <param name="only">Refuse (as a conflict) unless uid and resource version, where given, are these; null for no condition.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task DeleteAsync(ResourcePath path, Preconditions? only, CancellationToken cancellationToken)
    {
        var request = new KubeRequest(HttpMethod.Delete, path.ToString());
        if (only is not null)
            request = request with { Body = JsonSerializer.SerializeToUtf8Bytes(new DeleteOptions(only), KubeJson.Default.DeleteOptions) };
        return _pipeline.SendAsync(request, static (r, _) => RequestPipeline.Drop(r), cancellationToken);
    }

    /// <summary>
    /// Follows a collection from a version on. Ends without an exception when the server ends the stream, as it does after
    /// <see cref="WatchOptions.Timeout"/>.
    /// </summary>
    /// <param name="path">The collection.</param>
    /// <param name="watch">What to follow and from where.</param>
    /// <param name="type">How to read each object.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="KubeApiException">
    /// Refused, broken, or without data for longer than a live server can be (see <see cref="WatchOptions"/>); an ERROR event as well.
    /// </exception>
    internal async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(
        ResourcePath path, WatchOptions watch, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var request = new KubeRequest(HttpMethod.Get, path + watch.Query);
        using var response = await _pipeline.SendAsync(request, static (r, _) => Task.FromResult(r), cancellationToken);
        watch.OnActivity?.Invoke();
        await using var stream = await WatchStream.OpenAsync(request, response, watch, _pipeline, _time, cancellationToken);
        while (await stream.NextAsync(cancellationToken) is { } line) yield return WatchLine.Decode(request, line, type);
    }

    private KubeRequest Write(HttpMethod method, ResourcePath path, byte[] body)
    {
        var query = new QueryString().Add("fieldManager", _fieldManager);
        return new KubeRequest(method, $"{path}{query}") { Body = body };
    }

    private Task<T> SendAsync<T>(KubeRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        _pipeline.SendAsync(request, (r, token) => AnswerBody.ReadObjectAsync(request, r, type, token), cancellationToken);
}
