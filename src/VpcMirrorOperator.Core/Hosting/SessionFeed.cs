using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;

namespace VpcMirrorOperator.Hosting;

/// <summary>Puts the keys of changed objects into the queue, from the moment on that this process leads.</summary>
internal sealed class SessionFeed
{
    private readonly Informer<TrafficMirrorSession> _informer;
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly SessionReader _reader;
    private volatile bool _open;

    public SessionFeed(Informer<TrafficMirrorSession> informer, WorkQueue<ObjectKey> queue, SessionReader reader)
    {
        (_informer, _queue, _reader) = (informer, queue, reader);
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
        foreach (var session in _informer.List())
        {
            _reader.Expect(session.Session());
            _queue.AddLowPriority(session.Key());
        }
    }

    private void OnChange(TrafficMirrorSession? old, TrafficMirrorSession? current)
    {
        if (!_open || !SessionChange.NeedsLook(old, current)) return;
        var changed = (current ?? old)!;
        if (current is not null) _reader.Expect(current.Session());
        _queue.Add(changed.Key());
        if (old is null || current is null) AddOtherClaimants(changed);
    }

    /// <summary>Who owns the session may be decided anew.</summary>
    private void AddOtherClaimants(TrafficMirrorSession changed)
    {
        foreach (var other in _informer.FindByIndex(SessionKind.Resource.IdentityIndex, SessionKind.Resource.Identity(changed)))
            if (other.Key() != changed.Key())
                _queue.Add(other.Key());
    }
}
