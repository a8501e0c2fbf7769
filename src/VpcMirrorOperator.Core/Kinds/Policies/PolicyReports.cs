using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>Writes status and events of policies: transitions only, and not more often than rule P27 says.</summary>
internal sealed class PolicyReports(StatusWriter<TrafficMirrorPolicy> status, PolicyEvent? events, ILogger logger)
{
    /// <summary>Reports a pass.</summary>
    /// <returns>Whether it is to be written later: the last write was too short a while ago.</returns>
    public async ValueTask<bool> ReportAsync(
        TrafficMirrorPolicy policy, PolicyPlan plan, PolicyMemories.Slot slot, DateTimeOffset listedAt, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        TellGaps(policy, plan, slot);
        var planned = PolicyStatusBuilder.Planned(policy, plan, listedAt, now);
        if (PolicyStatusBuilder.SaysTheSame(policy, planned)) return false;
        if (now - slot.WrittenAt < PolicySchedule.StatusPause && SaysTheSameOfReady(policy, planned)) return true;
        await WriteAsync(policy, planned, cancellationToken);
        slot.WrittenAt = now;
        return false;
    }

    /// <summary>Reports why it is not planned.</summary>
    public ValueTask<TrafficMirrorPolicy> JudgeAsync(
        TrafficMirrorPolicy policy, PolicyVerdict verdict, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(policy, PolicyStatusBuilder.Judged(policy, verdict, now), cancellationToken);

    /// <summary>Keeps what the next process must know.</summary>
    /// <returns>The policy to go on with.</returns>
    public ValueTask<TrafficMirrorPolicy> RememberAsync(
        TrafficMirrorPolicy policy, PolicyMemory memory, CancellationToken cancellationToken) =>
        status.WriteIfNewAsync(policy, PolicyStatusBuilder.Remembered(policy, memory), cancellationToken);

    /// <summary>Reports that the region could not be listed: once it was tried twice.</summary>
    public async ValueTask ReadFailedAsync(
        TrafficMirrorPolicy policy, PolicyMemories.Slot slot, CloudException error, DateTimeOffset now, CancellationToken cancellationToken)
    {
        logger.ReadFailed(policy.Key(), policy.Spec.RegionId, $"{error.Action}: {error.Code}");
        var rule = CloudErrorTable.Of(error);
        if (++slot.FailedReads < 2 && !rule.NeedsUser) return;
        await JudgeAsync(
            policy, new PolicyVerdict(
                ConditionStatus.Unknown, rule.Reason,
                $"Region {policy.Spec.RegionId} cannot be listed: {error.Message.TrimEnd('.')}. Nothing is removed meanwhile.",
                rule.NeedsUser, IsWorking: true),
            now, cancellationToken);
    }

    /// <summary>Tells of something.</summary>
    public void Tell(TrafficMirrorPolicy policy, EventType type, string reason, string message) =>
        events?.Invoke(policy, type, reason, message);

    private async ValueTask<TrafficMirrorPolicy> WriteAsync(
        TrafficMirrorPolicy policy, TrafficMirrorPolicy current, CancellationToken cancellationToken)
    {
        var (before, after) = (Ready(policy), Ready(current));
        var written = await status.WriteIfNewAsync(policy, current, cancellationToken);
        if (after is not null && before?.Reason != after.Reason)
            Tell(current, after.Status == ConditionStatus.True ? EventType.Normal : TypeOf(current), after.Reason, after.Message);
        return written;
    }

    private void TellGaps(TrafficMirrorPolicy policy, PolicyPlan plan, PolicyMemories.Slot slot)
    {
        var news = plan.Packing.Gaps.Where(slot.ToldGaps.Add).Order(StringComparer.Ordinal).ToArray();
        if (news.Length == 0) return;
        logger.Gaps(policy.Key(), news);
        var ids = string.Join(", ", news.Take(10));
        Tell(
            policy, EventType.Warning, Reasons.CoverageGap,
            $"In no session for a moment, because they are in three sessions and their target is lost: {ids}.");
    }

    private static EventType TypeOf(TrafficMirrorPolicy policy) =>
        Conditions.IsTrue(policy.Status!.Conditions, ConditionTypes.Stalled) ? EventType.Warning : EventType.Normal;

    private static bool SaysTheSameOfReady(TrafficMirrorPolicy old, TrafficMirrorPolicy current) =>
        Ready(old) is { } before && Ready(current) is { } after && before.Status == after.Status && before.Reason == after.Reason
        && old.Status!.ObservedGeneration == current.Status!.ObservedGeneration;

    private static Condition? Ready(TrafficMirrorPolicy policy) => Conditions.Find(policy.Status?.Conditions ?? [], ConditionTypes.Ready);
}
