using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Says that a session is not observed, and why: <c>Ready</c> speaks only of what was seen, so a reconcile that ends without an observation
/// must not leave an old <c>True</c> in place.
/// </summary>
internal sealed class UnobservedReports(
    StatusWriter<TrafficMirrorSession> status, TransitionRecorder transitions, TimeProvider time, ILogger logger)
{
    /// <summary>Reports a read that failed. A single failure is not news while the next try is a second away.</summary>
    public async ValueTask ReadFailedAsync(
        TrafficMirrorSession declared, SessionMemories.Slot slot, CloudException error, CancellationToken cancellationToken)
    {
        var failures = slot.Memory.Report.FailedReads + 1;
        slot.Memory = slot.Memory with { Report = slot.Memory.Report with { FailedReads = failures } };
        var rule = CloudErrorTable.Of(error);
        if (failures == 1 && !rule.NeedsUser && !(error.RetryAfter > SessionLimits.UnobservedGrace)) return;
        // The status has the whole text, and says it to the log once; what is retried with back-off is logged with its code by that.
        if (error.RetryAfter is not null)
            {
            var session = declared.Session();
            logger.ReadFailed(declared.Key(), session.RegionId, session.SessionId, $"{error.Action}: {error.Code}");
        }

        var message = $"{FailureText.Of("Cannot read the session", error, declared)} {LastSeen(declared, slot)}";
        await ReportAsync(declared, slot, new FailedCall(rule.Reason, message, rule.NeedsUser, error.RequestId), cancellationToken);
    }

    /// <summary>
    /// Begins a reconcile. When the ones before have ended without a word for too long (they took too long, or threw), the object says at
    /// least that.
    /// </summary>
    /// <returns>The object as stored.</returns>
    public ValueTask<TrafficMirrorSession> BeginAsync(
        TrafficMirrorSession declared, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        slot.SilentSince ??= now;
        return now - slot.SilentSince > SessionLimits.SilentGrace
            ? ReportAsync(declared, slot, Silent(declared, slot), cancellationToken)
            : ValueTask.FromResult(declared);
    }

    private static FailedCall Silent(TrafficMirrorSession declared, SessionMemories.Slot slot) => new(
        Reasons.NotObserved,
        "The latest reconciles did not come to an observation: they wait for a slow cloud, or fail. They are tried again by " +
        "themselves; look into the log of the operator (Warning and Error lines of this object). " +
        LastSeen(declared, slot),
        NeedsUser: false, RequestId: null);

    private async ValueTask<TrafficMirrorSession> ReportAsync(
        TrafficMirrorSession declared, SessionMemories.Slot slot, FailedCall failure, CancellationToken cancellationToken)
    {
        if (failure.NeedsUser) slot.Memory = transitions.RecordFailure(declared, slot.Memory, failure);
        var failed = SessionStatusBuilder.Failed(declared, failure, SeenAt(declared, slot), time.GetUtcNow());
        var stored = await status.WriteIfNewAsync(declared, failed, cancellationToken);
        slot.SilentSince = null;
        return stored;
    }

    private static string LastSeen(TrafficMirrorSession declared, SessionMemories.Slot slot) =>
        SeenAt(declared, slot) is { } seen ? $"Last seen {seen.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}." : "It has not been seen yet.";

    /// <summary>What another process saw last is known as far as it was written down.</summary>
    private static DateTimeOffset? SeenAt(TrafficMirrorSession declared, SessionMemories.Slot slot) =>
        slot.ObservedAt ?? declared.Status?.LastObservedTime;
}
