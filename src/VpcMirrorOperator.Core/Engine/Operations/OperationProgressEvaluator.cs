using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Operations;

/// <summary>
/// Judges a recorded operation by what the cloud shows (rules 6 and 7). A call's answer is not proof of its effect, and a missing answer is
/// not proof of its absence; only the settled cloud object is. Pure, and the same for every kind.
/// </summary>
internal static class OperationProgressEvaluator
{
    /// <summary>The progress by what the cloud shows alone.</summary>
    /// <param name="operation">The recorded operation; null when there is none.</param>
    /// <param name="evidence">What is known of it.</param>
    /// <param name="holder">This process.</param>
    /// <param name="now">The time of the reconcile.</param>
    public static OperationProgress Evaluate(
        IRecordedOperation? operation, in OperationEvidence evidence, string holder, DateTimeOffset now)
    {
        if (operation is null) return OperationProgress.None;
        if (!evidence.Exists) return OperationProgress.Void;
        var hasLanded = new OperationFlight(holder).HasLanded(operation, evidence);
        if (evidence.IsGoing) return hasLanded ? OperationProgress.Void : OperationProgress.Landing;
        if (!evidence.IsSettled) return Busy(operation, now);
        if (!hasLanded) return OnItsWay(operation, evidence, holder);
        if (evidence.ShowsEffect) return OperationProgress.Finished;
        if (operation.AcceptedAt is { } accepted) return Accepted(operation, accepted, evidence, now);
        return IsRejected(operation, evidence) ? OperationProgress.Void : OperationProgress.Unknown;
    }

    private static OperationProgress Busy(IRecordedOperation operation, DateTimeOffset now)
    {
        var since = operation.AcceptedAt ?? operation.StartedAt;
        return now - since > OperationLimits.OperationTimeout ? OperationProgress.TimedOut : OperationProgress.Running;
    }

    /// <summary>
    /// Accepted, settled, and the effect does not show. If this process saw it being carried out, it ended and somebody else changed the
    /// object since. (What another process saw says nothing: our read may be the older one.) Otherwise the read may be stale, for a while.
    /// </summary>
    private static OperationProgress Accepted(
        IRecordedOperation operation, DateTimeOffset accepted, in OperationEvidence evidence, DateTimeOffset now)
    {
        if (evidence.SeenBusySequence == operation.Sequence) return OperationProgress.Finished;
        return now - accepted < OperationLimits.StaleReadLimit ? OperationProgress.Running : OperationProgress.Void;
    }

    /// <summary>
    /// A call that may be on its way can be repeated with its token, and nothing else. That its effect shows proves nothing: somebody else
    /// may have made the same change. Nor does a rejected repeat: an attempt before it may still arrive.
    /// </summary>
    private static OperationProgress OnItsWay(IRecordedOperation operation, in OperationEvidence evidence, string holder)
    {
        if (operation.Holder != holder) return OperationProgress.HeldByOther;
        return evidence.ShowsEffect || IsRejected(operation, evidence) ? OperationProgress.Landing : OperationProgress.Unknown;
    }

    private static bool IsRejected(IRecordedOperation operation, in OperationEvidence evidence) =>
        evidence.Rejected == OperationAttempt.Of(operation);
}
