using System.Collections.Concurrent;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>Notes what the reconcilers say when they are done with a deleted object.</summary>
internal sealed class Partings : ISessionEvents
{
    private readonly ConcurrentDictionary<(string Kind, ObjectKey Key), Parting> _notes = new();

    /// <summary>What was said of an object; null when nothing was.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="key">Its name.</param>
    public Parting? Of(string kind, ObjectKey key) => _notes.GetValueOrDefault((kind, key));

    /// <inheritdoc/>
    public void Record(TrafficMirrorSession about, SessionEventType type, string reason, string message) =>
        Note(TrafficMirrorSession.KindName, about.Key(), reason, message);

    /// <summary>The same for filters.</summary>
    public void Record(TrafficMirrorFilter about, EventType type, string reason, string message) =>
        Note(TrafficMirrorFilter.KindName, about.Key(), reason, message);

    /// <inheritdoc cref="PolicyEvent"/>
    public void Record(TrafficMirrorPolicy about, EventType type, string reason, string message) =>
        Note(TrafficMirrorPolicy.KindName, about.Key(), reason, message);

    private void Note(string kind, ObjectKey key, string reason, string message)
    {
        if (reason is Reasons.Released or Reasons.Detached or Reasons.SessionDeleted or Reasons.FilterDeleted
            or Reasons.PolicyReleased)
            _notes[(kind, key)] = new Parting(reason, message);
    }
}
