using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Metrics;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Everything that the engine told, oldest first.</summary>
internal sealed class RecordedEvents : ISessionEvents, ISessionMetrics
{
    public List<(SessionEventType Type, string Reason, string Message)> Events { get; } = [];

    public IEnumerable<string> Reasons => Events.Select(told => told.Reason);

    public List<(OperationVerb Verb, bool Succeeded, TimeSpan Duration)> Operations { get; } = [];

    public List<string> Holds { get; } = [];

    public int Drifts { get; private set; }

    public void Record(TrafficMirrorSession about, SessionEventType type, string reason, string message) =>
        Events.Add((type, reason, message));

    public void OperationEnded(OperationVerb verb, bool succeeded, TimeSpan duration) => Operations.Add((verb, succeeded, duration));

    public void DriftSeen() => Drifts++;

    public int Contests { get; private set; }

    public void Contested() => Contests++;

    public void Held(string reason) => Holds.Add(reason);
}
