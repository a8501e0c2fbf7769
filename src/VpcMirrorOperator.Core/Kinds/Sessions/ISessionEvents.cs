using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Is told what happens to an object: transitions only, so a repeated observation says nothing. Called from the reconcile; must not block
/// or throw.
/// </summary>
internal interface ISessionEvents
{
    /// <summary>Something happened.</summary>
    /// <param name="about">The object, as the reconcile read it.</param>
    /// <param name="type">Normal, or a warning.</param>
    /// <param name="reason">One of <see cref="Engine.Decisions.Reasons"/>.</param>
    /// <param name="message">A sentence for the user, without secrets.</param>
    void Record(TrafficMirrorSession about, SessionEventType type, string reason, string message);
}
