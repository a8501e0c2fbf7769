using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Tells users what happened to an object, in <c>kubectl describe</c> and <c>kubectl events</c>.</summary>
public interface IEventRecorder
{
    /// <summary>
    /// Records an event. Returns at once and never throws: events are best effort, and may be dropped when there are too many or the API
    /// server does not take them.
    /// </summary>
    /// <param name="regarding">The object.</param>
    /// <param name="type">Normal or Warning.</param>
    /// <param name="reason">CamelCase word for machines, at most 128 characters.</param>
    /// <param name="action">CamelCase word for what was being done, at most 128 characters.</param>
    /// <param name="note">Sentence for people; cut to 1024 bytes (API limit). No secret in it.</param>
    void Record(ObjectReference regarding, EventType type, string reason, string action, string note);
}
