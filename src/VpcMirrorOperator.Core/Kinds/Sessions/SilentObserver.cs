using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>For a process in which nobody listens, such as the command line.</summary>
internal sealed class SilentObserver : ISessionEvents, ISessionMetrics
{
    public static readonly SilentObserver Instance = new();

    public void Record(TrafficMirrorSession about, SessionEventType type, string reason, string message)
    {
    }

    public void OperationEnded(OperationVerb verb, bool succeeded, TimeSpan duration)
    {
    }

    public void DriftSeen()
    {
    }

    public void Contested()
    {
    }

    public void Held(string reason)
    {
    }
}
