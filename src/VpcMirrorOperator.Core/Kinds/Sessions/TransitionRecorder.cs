using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Turns looks into events and counts, once for each transition: <see cref="SessionMemory.Announced"/> says what was told last. Waiting
/// for the cloud between two batches is no transition.
/// </summary>
internal sealed class TransitionRecorder(ISessionEvents events, ISessionMetrics metrics)
{
    /// <summary>Tells what a look found.</summary>
    /// <returns>The memory that knows it was told.</returns>
    public SessionMemory Tell(Observation look)
    {
        Ended(look);
        if (look.Plan.Drifted) Drifted(look.Declared);
        if (look.Plan.IsContested && !IsTold(look.Declared)) metrics.Contested();
        return IsNews(look) ? Tell(look.Declared, look.Memory, look.Plan.Decision) : look.Memory;
    }

    /// <summary>Tells of a failure that needs a user. A passing one is in the status, and is no event.</summary>
    /// <returns>The memory that knows it was told.</returns>
    public SessionMemory TellFailure(TrafficMirrorSession declared, SessionMemory memory, string reason, string message)
    {
        if (memory.Announced == reason) return memory;
        events.Record(declared, SessionEventType.Warning, reason, message);
        return memory with { Announced = reason };
    }

    /// <summary>Tells that a deleted object is let go.</summary>
    public void TellRelease(TrafficMirrorSession declared, Decision.Release release) =>
        events.Record(declared, SessionEventType.Normal, release.Reason, release.Message);

    private SessionMemory Tell(TrafficMirrorSession declared, SessionMemory memory, Decision decision)
    {
        var isGuard = SessionConditions.IsGuard(decision);
        events.Record(
            declared, isGuard || decision is Decision.Stall ? SessionEventType.Warning : SessionEventType.Normal, decision.Reason, decision.Message);
        if (isGuard) metrics.Held(decision.Reason);
        return memory with { Announced = decision.Reason };
    }

    private static bool IsNews(Observation look) => look.Plan.Decision.Reason != look.Memory.Announced && look.Plan.Decision switch
    {
        Decision.Wait or Decision.Release => false,
        // A failing write, or one more try with a refused source, was told as what it came to.
        Decision.Write write => !look.Memory.WritesFail && !write.Operation.Ids.All(look.Memory.Refused.ContainsKey),
        _ => true,
    };

    private void Ended(Observation look)
    {
        if (look.Declared.Status?.Operation is not { } operation || look.Plan.Operation?.Sequence == operation.Sequence) return;
        metrics.OperationEnded(operation.Verb, look.Plan.Progress == OperationProgress.Finished, look.Now - operation.StartedAt);
    }

    private static bool IsTold(TrafficMirrorSession declared) =>
        Conditions.Find(declared.Status?.Conditions ?? [], ConditionTypes.OwnershipConflict)?.Reason == Reasons.ContestedSession;

    private void Drifted(TrafficMirrorSession declared)
    {
        events.Record(declared, SessionEventType.Warning, Reasons.ChangedBySomebodyElse, "The source list was changed outside of this object.");
        metrics.DriftSeen();
    }
}
