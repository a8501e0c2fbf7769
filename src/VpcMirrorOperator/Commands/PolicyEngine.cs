using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>The operator's engine on policies of manifests. Their sessions are those of the session engine beside it.</summary>
internal sealed class PolicyEngine : IApplyEngine
{
    private readonly ManifestObjectStore<TrafficMirrorPolicy> _store;
    private readonly NotedReconciles _reconciles;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly Controller _controller;

    /// <summary>An engine on the policies of a store; the session engine has been made with the same links.</summary>
    public PolicyEngine(
        ManifestObjectStore<TrafficMirrorPolicy> store, CommandCloud cloud, CommandContext context, KindLinks links,
        PolicyEvent? events = null)
    {
        _store = store;
        links.Offer(store);
        _queue = new WorkQueue<ObjectKey>(context.Time, context.NewRandom());
        var options = new PolicyReconcilerOptions
        {
            Installation = cloud.Installation, Tenancy = TenancyRules.Unrestricted, Links = links,
        };
        var reconciler = new PolicyReconciler(
            store, links.StoreOf<TrafficMirrorSession>()!, cloud.Account, options, context.Time, NullLogger.Instance, Wake, events);
        PolicyRegistration.Follow(links, store, Wake);
        _reconciles = new NotedReconciles(reconciler, cloud);
        _controller = new Controller("apply", _queue, _reconciles, new ControllerOptions(), context.Time, NullLogger.Instance);
    }

    /// <summary>None of its own: its sessions write.</summary>
    public int Writes => 0;

    /// <summary>Where the state of policies is kept.</summary>
    public static StateFolder FolderIn(string stateFolder, CommandContext context) =>
        new(Path.Join(stateFolder, PolicyKind.Resource.Path.Plural), context.Time);

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var policy in _store.List()) Wake(policy.Key());
        return _controller.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SessionRow> Rows() =>
        [.. _store.List().OrderBy(policy => policy.Key()).Select(policy => PolicyRow.Of(policy, _reconciles.Has(policy.Key())))];

    /// <inheritdoc/>
    public void ThrowIfBroken() => _reconciles.ThrowIfBroken();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ReloadAsync(DeclaredObjects declared, CancellationToken cancellationToken)
    {
        var before = _store.List().Select(policy => policy.Key()).ToHashSet();
        var changed = await _store.ReloadAsync(declared.Policies, cancellationToken);
        foreach (var key in changed) Wake(key);
        return [.. changed.Select(key => $"{key}: " + (_store.Find(key) is null ? "no longer declared; its sessions stay as they are"
            : before.Contains(key) ? "manifest changed" : "new manifest"))];
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();

    private void Wake(ObjectKey key) => _queue.Add(key);
}
