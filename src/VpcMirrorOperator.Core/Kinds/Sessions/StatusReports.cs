using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Writes what a reconcile found into the status, when it is news.</summary>
internal sealed class StatusReports(IObjectStore<TrafficMirrorSession> store, ILogger logger)
{
    /// <summary>Writes a status that tells something new, and logs a new reason of <c>Ready</c>.</summary>
    /// <returns>The object as stored.</returns>
    public async ValueTask<TrafficMirrorSession> WriteIfNewsAsync(
        TrafficMirrorSession declared, TrafficMirrorSessionStatus status, CancellationToken cancellationToken)
    {
        if (!SessionStatusBuilder.IsNews(declared.Status, status)) return declared;
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready)!;
        if (ready.Reason != Conditions.Find(declared.Status?.Conditions ?? [], ConditionTypes.Ready)?.Reason)
            SessionLog.Transition(logger, declared.Key(), ready.Reason, ready.Message);
        return await store.WriteStatusAsync(declared, status, cancellationToken);
    }
}
