using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Sessions.Metrics;

/// <summary>Counts what the engine does. Called from the reconcile; must not block or throw.</summary>
internal interface ISessionMetrics
{
    /// <summary>An operation was found to have ended, by the list that the cloud shows.</summary>
    /// <param name="verb">Add or remove.</param>
    /// <param name="succeeded">False: it was refused, or came to nothing.</param>
    /// <param name="duration">From the latest attempt until the observation that found the end.</param>
    void OperationEnded(OperationVerb verb, bool succeeded, TimeSpan duration);

    /// <summary>Somebody else changed the source list.</summary>
    void DriftSeen();

    /// <summary>A session began to count as contested: another writer takes our changes back again and again.</summary>
    void Contested();

    /// <summary>A guard began to hold a plan.</summary>
    /// <param name="reason">Which guard: the reason of the condition <c>SafetyHold</c>.</param>
    void Held(string reason);
}
