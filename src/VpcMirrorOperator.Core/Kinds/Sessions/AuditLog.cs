using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// The audit lines, event id 3010: one for each write to the cloud, whatever came of it, and one for each write that a guard or a dry run
/// refused. A write that was made is information; one that was not is a warning.
/// </summary>
/// <param name="holder">This process.</param>
/// <param name="logger">Receives the lines.</param>
internal sealed partial class AuditLog(string holder, ILogger logger)
{
    /// <summary>The result of an accepted write.</summary>
    public const string Accepted = "OK";

    /// <summary>A call was made.</summary>
    public void Called(Observation observation, OperationState operation, string? requestId, string result, TimeSpan took)
    {
        var (declared, hash, action) = (observation.Declared, observation.Plan.Hash, SessionCalls.ActionOf(operation.Verb));
        var (key, spec, generation) = (declared.Key(), declared.Spec, declared.Metadata.Generation);
        var session = declared.Session().SessionId;
        var level = result == Accepted ? LogLevel.Information : LogLevel.Warning;
        string[] ids = operation.Parameters is { } parameters
            ? [.. parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")]
            : [.. operation.Ids];
        var milliseconds = (long)took.TotalMilliseconds;
        Write(
            logger, level, key, generation, hash, action, spec.RegionId, session, ids, operation.ClientToken, requestId,
            result, milliseconds, holder);
    }

    /// <summary>A guard holds removals, so no call is made and there is no token.</summary>
    public void Held(TrafficMirrorSession declared, Plan plan, Decision.Hold hold)
    {
        string[] ids = [.. plan.Diff?.ToRemove ?? []];
        if (logger.IsEnabled(LogLevel.Warning))
            Write(
                logger, LogLevel.Warning, declared.Key(), declared.Metadata.Generation, plan.Hash, SourceVerb.Remove.Action,
                declared.Spec.RegionId, declared.Session().SessionId, ids, null, null, hold.Reason, 0, holder);
    }

    [LoggerMessage(
        EventId = 3010,
        Message = "Audit: {Object} generation {Generation} plan {PlanHash}: {Action} {Region}/{Session} {Ids} token {ClientToken} "
        + "request {RequestId}: {Result} in {DurationMs} ms, by {Holder}")]
    private static partial void Write(
        ILogger logger, LogLevel level, ObjectKey @object, long generation, string? planHash, string action, string region,
        string session, string[] ids, string? clientToken, string? requestId, string result, long durationMs, string holder);
}
