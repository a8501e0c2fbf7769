using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The latest writes of an object, for people; nothing is decided by them. Pure.</summary>
internal static class LastWrites
{
    /// <summary>The record of a call that has ended.</summary>
    /// <param name="operation">The write.</param>
    /// <param name="result"><c>OK</c> or the error code.</param>
    /// <param name="requestId">The cloud's id of the call, if it gave one.</param>
    /// <param name="now">The time.</param>
    public static WriteRecord Of(OperationState operation, string result, string? requestId, DateTimeOffset now) => new()
    {
        Time = TimeConverter.Truncate(now), Verb = operation.Verb, Sources = operation.Ids.Count, Result = result, RequestId = requestId,
    };

    /// <summary>
    /// What the status tells, with what this process did and could not tell yet; newest first. A call costs no status write of its own: it
    /// comes with the next one. The same instance when nothing is new.
    /// </summary>
    /// <param name="told">What the status says.</param>
    /// <param name="made">What this process remembers, newest first.</param>
    public static IReadOnlyList<WriteRecord> Merge(IReadOnlyList<WriteRecord> told, IReadOnlyList<WriteRecord> made)
    {
        if (made.Count == 0) return told;
        // The sort is stable: of one second, those that this process made last stay first.
        WriteRecord[] all = [.. made.Concat(told).Distinct().OrderByDescending(w => w.Time).Take(TrafficMirrorSessionStatus.MaxLastWrites)];
        return all.SequenceEqual(told) ? told : all;
    }
}
