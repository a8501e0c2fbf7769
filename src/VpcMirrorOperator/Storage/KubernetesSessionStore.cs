using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>Sessions declared on a Kubernetes API server: read from an informer's cache, their status written by merge patch.</summary>
internal sealed class KubernetesSessionStore : ISessionStore
{
    /// <summary>The custom resource.</summary>
    public static readonly ResourcePath Resource = new("vpcmirror.io", "v1alpha1", "trafficmirrorsessions");

    /// <summary>Name of the index of the informer by <see cref="IndexOf(TrafficMirrorSession)"/>.</summary>
    public const string SessionIndex = "session";

    private static readonly ResourcePath DefinitionPath =
        new("apiextensions.k8s.io", "v1", "customresourcedefinitions", Name: "trafficmirrorsessions.vpcmirror.io");

    private readonly KubeClient client;
    private readonly Informer<TrafficMirrorSession> informer;
    private readonly Func<bool> mayWrite;
    private readonly OwnWrites own = new();

    /// <param name="client">The API server.</param>
    /// <param name="informer">The cache, indexed by <see cref="IndexOf(TrafficMirrorSession)"/>.</param>
    /// <param name="mayWrite">Whether this process leads; asked before each write.</param>
    public KubernetesSessionStore(KubeClient client, Informer<TrafficMirrorSession> informer, Func<bool> mayWrite)
    {
        (this.client, this.informer, this.mayWrite) = (client, informer, mayWrite);
        // Lets go of a write as soon as the cache has it.
        informer.Subscribe((old, current) => own.Newer((current ?? old)!.Key(), current));
    }

    /// <summary>The value under which the informer finds the claimants of a session.</summary>
    /// <param name="session">The object.</param>
    public static string IndexOf(TrafficMirrorSession session) => session.Session().ToString();

    /// <inheritdoc/>
    public TrafficMirrorSession? Find(ObjectKey key) => own.Newer(key, informer.Find(key));

    /// <inheritdoc/>
    public IReadOnlyCollection<TrafficMirrorSession> List() => Newest(informer.List());

    /// <inheritdoc/>
    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(SessionRef session) => Newest(informer.FindByIndex(SessionIndex, session.ToString()));

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSessionStatus status, CancellationToken cancellationToken)
    {
        // The difference only, so that fields of a newer version of the operator stay.
        var patch = Fenced(read);
        patch["status"] = MergePatch.Diff(read.Status is null ? [] : Node(read.Status), Node(status));
        return WriteAsync(read, Resource.Of(read.Key()).Status, patch, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">The server could not be asked, or refused; the outcome may be unknown.</exception>
    public ValueTask<TrafficMirrorSession> WriteFinalizersAsync(
        TrafficMirrorSession read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken)
    {
        var patch = Fenced(read);
        patch["metadata"]!["finalizers"] = new JsonArray([.. finalizers.Select(name => (JsonNode)name)]);
        return WriteAsync(read, Resource.Of(read.Key()), patch, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="KubeApiException">It could not be found out.</exception>
    public async ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetAsync(DefinitionPath, StoreJson.Default.Definition, cancellationToken)).Metadata.DeletionTimestamp is not null;
        }
        catch (KubeApiException e) when (e.IsNotFound)
        {
            return true;
        }
    }

    private async ValueTask<TrafficMirrorSession> WriteAsync(TrafficMirrorSession read, ResourcePath path, JsonObject patch, CancellationToken ct)
    {
        if (!mayWrite()) throw new ConflictException($"{read.Key()} is not written: this process no longer leads.");
        try
        {
            var written = await client.PatchAsync(path, patch, StoreJson.Default.JsonObject, OperatorJson.Default.TrafficMirrorSession, ct);
            own.Note(read, written, informer.Find(read.Key()));
            return written;
        }
        catch (KubeApiException e) when (e.IsNotFound)
        {
            throw new ConflictException($"{read.Key()} is gone.", e);
        }
    }

    /// <summary>A patch that the server refuses unless the object is still the one that was read.</summary>
    private static JsonObject Fenced(TrafficMirrorSession read) => new()
    {
        ["metadata"] = new JsonObject { ["uid"] = read.Metadata.Uid, ["resourceVersion"] = read.Metadata.ResourceVersion },
    };

    private static JsonObject Node(TrafficMirrorSessionStatus status) =>
        JsonSerializer.SerializeToNode(status, OperatorJson.Default.TrafficMirrorSessionStatus)!.AsObject();

    private TrafficMirrorSession[] Newest(IReadOnlyList<TrafficMirrorSession> cached) =>
        [.. cached.Select(session => own.Newer(session.Key(), session)!)];
}
