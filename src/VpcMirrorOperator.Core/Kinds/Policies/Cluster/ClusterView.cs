using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kinds.Policies.Selection;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Cluster;

/// <summary>Watches pods, nodes, namespaces and Terway's objects, from the first look on.</summary>
internal sealed class ClusterView : IClusterView
{
    private readonly TaskCompletionSource _needed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WatchedKind<PodObject> _pods;
    private readonly WatchedKind<NodeObject> _nodes;
    private readonly WatchedKind<NamespaceObject> _namespaces;
    private readonly WatchedKind<PodEniObject> _podEnis;
    private readonly WatchedKind<TerwayNodeObject> _terwayNodes;
    private readonly Lock _lock = new();
    private long _changes;
    private (long Changes, InterfaceView Interfaces, ClusterSight Sight)? _last;

    /// <summary>A view that watches nothing yet.</summary>
    /// <param name="context">The API server, and what the process gives.</param>
    /// <param name="changed">Is told when something that selections are about has changed.</param>
    public ClusterView(HostContext context, Action changed)
    {
        void Told()
        {
            Interlocked.Increment(ref _changes);
            changed();
        }

        _pods = new(context, new ResourcePath("", "v1", "pods"), WithLabels(ClusterJson.Default.PodObject), one => one.Metadata, false,
            (old, now) => Tell(old is null || now is null || Differ(old, now)));
        _nodes = new(context, new ResourcePath("", "v1", "nodes"), WithLabels(ClusterJson.Default.NodeObject), one => one.Metadata, false,
            (old, now) => Tell(old is null || now is null || old.Spec != now.Spec || !Same(old.Metadata, now.Metadata)));
        _namespaces = new(
            context, new ResourcePath("", "v1", "namespaces"), WithLabels(ClusterJson.Default.NamespaceObject), one => one.Metadata, false,
            (old, now) => Tell(old is null || now is null || !Same(old.Metadata, now.Metadata)));
        _podEnis = new(
            context, Terway("podenis"), Plain(ClusterJson.Default.PodEniObject), one => one.Metadata, true,
            (old, now) => Tell(!(old?.Interfaces ?? []).SequenceEqual(now?.Interfaces ?? [])));
        _terwayNodes = new(
            context, Terway("nodes"), Plain(ClusterJson.Default.TerwayNodeObject), one => one.Metadata, true, (_, _) => Tell(true));

        void Tell(bool isNews)
        {
            if (isNews) Told();
        }
    }

    /// <summary>Watches from the first look on, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var ended = cancellationToken.Register(() => _needed.TrySetResult());
        await _needed.Task;
        if (cancellationToken.IsCancellationRequested) return;
        await Task.WhenAll(
            _pods.RunAsync(cancellationToken), _nodes.RunAsync(cancellationToken), _namespaces.RunAsync(cancellationToken),
            _podEnis.RunAsync(cancellationToken), _terwayNodes.RunAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public ClusterSight Look(InterfaceView interfaces)
    {
        _needed.TrySetResult();
        if (Blindness is { } blindness) return ClusterSight.None with { Blindness = blindness };
        lock (_lock)
        {
            var changes = Interlocked.Read(ref _changes);
            if (_last is { } last && last.Changes == changes && ReferenceEquals(last.Interfaces, interfaces)) return last.Sight;
            var sight = See(interfaces);
            _last = (changes, interfaces, sight);
            return sight;
        }
    }

    private string? Blindness =>
        _pods.Blindness ?? _nodes.Blindness ?? _namespaces.Blindness ?? _podEnis.Blindness ?? _terwayNodes.Blindness;

    private ClusterSight See(InterfaceView interfaces)
    {
        var nodes = _nodes.List().ToDictionary(node => node.Metadata.Name, StringComparer.Ordinal);
        return new ClusterSight
        {
            Nodes = [.. nodes.Values.Select(node => RecordOf(node, interfaces))],
            Pods = [.. _pods.List().Where(pod => pod.Runs).Select(pod => RecordOf(pod, nodes, interfaces))],
            Namespaces = _namespaces.List().ToDictionary(space => space.Metadata.Name, space => space.Metadata.Labels,
                StringComparer.Ordinal),
        };
    }

    private static NodeRecord RecordOf(NodeObject node, InterfaceView interfaces)
    {
        var (primary, all) = interfaces.OfInstance(node.InstanceId);
        return new NodeRecord(node.Metadata.Uid, node.Metadata.Labels, primary, all);
    }

    private PodRecord RecordOf(PodObject pod, Dictionary<string, NodeObject> nodes, InterfaceView interfaces)
    {
        var node = nodes.GetValueOrDefault(pod.Spec!.NodeName!);
        var (primary, all) = interfaces.OfInstance(node?.InstanceId);
        var carrying = PodInterfaces.Of(
            pod, primary, _podEnis.Find(pod.Metadata.Key), node is null ? null : _terwayNodes.Find(new ObjectKey("", node.Metadata.Name)),
            _terwayNodes.IsServed, all);
        return new PodRecord(pod.Metadata.Uid, pod.Metadata.Namespace, pod.Metadata.Labels, carrying);
    }

    private static bool Differ(PodObject old, PodObject now) =>
        old.Spec != now.Spec || old.Status != now.Status || !Same(old.Metadata, now.Metadata);

    private static bool Same(ObjectMeta old, ObjectMeta now) => old.Life == now.Life && old.Labels.Count == now.Labels.Count
        && old.Labels.All(label => now.Labels.TryGetValue(label.Key, out var value) && value == label.Value);

    private static ResourcePath Terway(string plural) => new("network.alibabacloud.com", "v1beta1", plural);

    private static JsonTypeInfo<T> WithLabels<T>(JsonTypeInfo<T> type) => new KeptMetadata { AllLabels = true }.Of(type);

    private static JsonTypeInfo<T> Plain<T>(JsonTypeInfo<T> type) => new KeptMetadata().Of(type);
}
