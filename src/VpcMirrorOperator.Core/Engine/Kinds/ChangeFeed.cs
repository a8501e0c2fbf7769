using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Engine.Kinds;

/// <summary>Puts the keys of changed objects into the queue, from the moment on that this process leads.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class ChangeFeed<T>
    where T : class, IResource
{
    private readonly ResourceKind<T> _kind;
    private readonly Informer<T> _informer;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly Action<T>? _announce;
    private volatile bool _open;

    /// <summary>A feed that is closed.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="informer">Knows the changes.</param>
    /// <param name="queue">Where the keys go.</param>
    /// <param name="announce">Is told of each version of an object, before its key is queued if it is; null for nobody.</param>
    public ChangeFeed(ResourceKind<T> kind, Informer<T> informer, WorkQueue<ObjectKey> queue, Action<T>? announce)
    {
        (_kind, _informer, _queue, _announce) = (kind, informer, queue, announce);
        informer.Subscribe(OnChange);
    }

    /// <summary>
    /// Queues every object, behind real changes, and all changes from now on. A standby queues nothing: it would only collect the
    /// keys of objects that are long gone when it begins to lead.
    /// </summary>
    public void Open()
    {
        // First, so that a change during the loop is not missed.
        _open = true;
        foreach (var item in _informer.List())
        {
            _announce?.Invoke(item);
            _queue.AddLowPriority(item.Metadata.Key);
        }
    }

    private void OnChange(T? old, T? current)
    {
        if (!_open) return;
        if (current is not null) _announce?.Invoke(current);
        if (!ObjectChange.NeedsReconcile(old, current)) return;
        var changed = (current ?? old)!;
        _queue.Add(changed.Metadata.Key);
        if (old is null || current is null) AddOtherClaimants(changed);
    }

    /// <summary>Who owns what they speak for in the cloud may be decided anew.</summary>
    private void AddOtherClaimants(T changed)
    {
        foreach (var other in _informer.FindByIndex(ResourceKind<T>.IdentityIndex, _kind.Identity(changed)))
            if (other.Metadata.Key != changed.Metadata.Key)
                _queue.Add(other.Metadata.Key);
    }
}
