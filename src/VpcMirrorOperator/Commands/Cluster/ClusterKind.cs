using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>How the objects of one kind are read and written.</summary>
internal interface IClusterKind
{
    /// <summary>What it is served as.</summary>
    IResourceKind Resource { get; }

    /// <summary>All objects of a namespace, or of all; in the order of their names.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="inNamespace">Null for all.</param>
    /// <param name="undecodable">Is told of each that this version cannot read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ClusterObject>> ListAsync(
        KubeClient client, string? inNamespace, Action<string> undecodable, CancellationToken cancellationToken);

    /// <summary>One object.</summary>
    Task<ClusterObject> GetAsync(KubeClient client, ObjectKey key, CancellationToken cancellationToken);

    /// <summary>Writes what differs, if the object is still the one that was read.</summary>
    /// <returns>The object as stored.</returns>
    /// <exception cref="ConflictException">It is not.</exception>
    Task<ClusterObject> WriteAsync(KubeClient client, ClusterObject read, ClusterObject changed, CancellationToken cancellationToken);
}

/// <inheritdoc cref="IClusterKind"/>
/// <param name="kind">The kind as stores see it.</param>
/// <param name="type">Its JSON form with what commands want to know.</param>
/// <param name="wrap">The object as commands see it.</param>
/// <param name="unwrap">And back.</param>
internal sealed class ClusterKind<T>(
    ResourceKind<T> kind, JsonTypeInfo<T> type, Func<T, ClusterObject> wrap, Func<ClusterObject, T> unwrap) : IClusterKind
    where T : class, IResource
{
    private const int PageSize = 100;

    /// <inheritdoc/>
    public IResourceKind Resource => kind;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ClusterObject>> ListAsync(
        KubeClient client, string? inNamespace, Action<string> undecodable, CancellationToken cancellationToken)
    {
        var (objects, list) = (new List<T>(), new ListOptions { Limit = PageSize });
        do
        {
            var page = await client.ListAsync(kind.Path.In(inNamespace), list, type, cancellationToken);
            objects.AddRange(page.Items);
            foreach (var bad in page.Undecodable) undecodable($"{bad.Meta.Key}: left out, this version cannot read it: {bad.Error}");
            list = list with { Continue = page.Continue };
        }
        while (list.Continue is not null);
        return [.. objects.OrderBy(one => new ObjectKey(one.Metadata.Namespace, one.Metadata.Name)).Select(wrap)];
    }

    /// <inheritdoc/>
    public async Task<ClusterObject> GetAsync(KubeClient client, ObjectKey key, CancellationToken cancellationToken) =>
        wrap(await client.GetAsync(kind.Path.Of(key), type, cancellationToken));

    /// <inheritdoc/>
    public async Task<ClusterObject> WriteAsync(
        KubeClient client, ClusterObject read, ClusterObject changed, CancellationToken cancellationToken)
    {
        if (WriteBody.Change(kind, unwrap(read), unwrap(changed)) is not { } patch) return read;
        var path = kind.Path.Of(new ObjectKey(read.Metadata.Namespace, read.Metadata.Name));
        return wrap(await client.PatchAsync(path, patch, StoreJson.Default.JsonObject, type, cancellationToken));
    }
}
