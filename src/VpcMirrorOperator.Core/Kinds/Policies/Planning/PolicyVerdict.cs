using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Schedules;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>What a pass comes to, for the conditions (rules P24 and P25).</summary>
/// <param name="Ready">Whether everything that can be mirrored is.</param>
/// <param name="Reason">Why.</param>
/// <param name="Message">The same in words, with the remedy.</param>
/// <param name="NeedsPerson">Whether it does not pass by itself.</param>
/// <param name="IsWorking">Whether something is under way.</param>
internal sealed record PolicyVerdict(ConditionStatus Ready, string Reason, string Message, bool NeedsPerson, bool IsWorking)
{
    private static readonly TimeSpan PendingGrace = TimeSpan.FromMinutes(2);

    /// <summary>Judges a plan.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="wasReady">Whether it was Ready before: then a new interface has two minutes.</param>
    /// <param name="now">The time.</param>
    public static PolicyVerdict Of(TrafficMirrorPolicy policy, PolicyPlan plan, bool wasReady, DateTimeOffset now)
    {
        if (plan.Blindness is { } blind)
            return new PolicyVerdict(
                ConditionStatus.Unknown, Reasons.SelectionUnknown, $"{blind} Nothing is removed meanwhile.", NeedsPerson: false,
                IsWorking: true);
        if (plan.Packing.Waits is { } wait) return Waiting(wait);
        if (Held(plan) is { } held) return held;
        if (plan.Schedule != CaptureState.Open) return Outside(policy, plan);
        return OfCoverage(policy, plan, wasReady, now);
    }

    private static PolicyVerdict OfCoverage(TrafficMirrorPolicy policy, PolicyPlan plan, bool wasReady, DateTimeOffset now)
    {
        var counts = CoverageTally.Counts(plan);
        var faults = CoverageTally.Reasons(plan).Where(reason => !CoverageReasons.IsOutOfReach(reason.Reason)).ToList();
        var all = string.Create(
            CultureInfo.InvariantCulture, $"{counts.Covered} of {counts.Mirrorable} interfaces are listed in a session that mirrors.");
        var worst = faults.Find(reason => reason.Reason != CoverageReasons.Pending);
        if (worst is not null)
            return new PolicyVerdict(ConditionStatus.False, worst.Reason, $"{all} {Words(faults)}", NeedsPerson: true, plan.IsUnderWay);
        if (policy.Spec.IsSuspended())
            return new PolicyVerdict(
                counts.Covered == counts.Mirrorable ? ConditionStatus.True : ConditionStatus.False, Reasons.Suspended,
                $"{all} spec.suspend is true: nothing is written.", NeedsPerson: false, IsWorking: false);
        if (faults.Count > 0) return Pending(plan, all, wasReady, now);
        return plan.Coverage.Count == 0
            ? new PolicyVerdict(
                ConditionStatus.True, Reasons.NothingSelected, "The entries select nothing that can be mirrored.", NeedsPerson: false,
                plan.IsUnderWay)
            : new PolicyVerdict(ConditionStatus.True, Reasons.Covered, all, NeedsPerson: false, plan.IsUnderWay);
    }

    private static PolicyVerdict Pending(PolicyPlan plan, string all, bool wasReady, DateTimeOffset now)
    {
        var isLate = plan.Memory.Pending.Values.Any(since => now - since > PendingGrace);
        return plan.Packing.Planned.Count > 0
            ? new PolicyVerdict(
                ConditionStatus.False, Reasons.ObserveOnly, $"{all} managementPolicy is Observe: status.planned shows what Sync would do.",
                NeedsPerson: true, IsWorking: false)
            : new PolicyVerdict(
                wasReady && !isLate ? ConditionStatus.True : ConditionStatus.False,
                wasReady && !isLate ? Reasons.Covered : CoverageReasons.Pending, $"{all} The rest is being added.", NeedsPerson: false,
                IsWorking: true);
    }

    private static PolicyVerdict? Held(PolicyPlan plan)
    {
        if (plan.Guard is not { Reason: not GuardReason.None, State.Held: { } held } guard) return null;
        var why = guard.Reason == GuardReason.AllowEmpty
            ? "the selection became empty while what it selected is there"
            : "more interfaces than safety.maxRemovals allows within an hour are no longer selected, although what selected them is there";
        return new PolicyVerdict(
            ConditionStatus.False, guard.Reason == GuardReason.AllowEmpty ? Reasons.WouldEmptySession : Reasons.MaxRemovalsExceeded,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{held.Ids.Count} removals are held: {why}. Nothing of it is removed. Correct the selectors or labels; or approve with "
                + $"the annotation vpcmirror.io/approved-plan: \"{held.Hash}\"."),
            NeedsPerson: true, plan.IsUnderWay);
    }

    private static PolicyVerdict Waiting(PackingWait wait) => wait switch
    {
        PackingWait.EarlierPolicy => new PolicyVerdict(
            ConditionStatus.False, Reasons.EarlierPolicy,
            "Sessions of an earlier policy of this name are still there. It begins when they have ended.", NeedsPerson: false,
            IsWorking: true),
        PackingWait.LaterLeader => new PolicyVerdict(
            ConditionStatus.Unknown, Reasons.WaitingForOtherProcess, "A later leader works on it.", NeedsPerson: false, IsWorking: true),
        _ => new PolicyVerdict(
            ConditionStatus.Unknown, Reasons.ConfirmingObservation,
            "A session's object is gone. The region is listed again before anything is decided.", NeedsPerson: false, IsWorking: true),
    };

    private static PolicyVerdict Outside(TrafficMirrorPolicy policy, PolicyPlan plan)
    {
        var closing = plan.Sessions > 0;
        var isForbidden = policy.Spec.IsSuspended() || policy.Spec.Policy() != ManagementPolicy.Sync;
        var isStopped = closing && isForbidden && plan.Packing.Writes.Count == 0;
        return new PolicyVerdict(
            closing ? ConditionStatus.False : ConditionStatus.True, Reasons.OutsideSchedule,
            isStopped ? "The schedule has ended, and its sessions are not closed: suspend or managementPolicy forbids it."
            : closing ? "Outside of its schedule: its sessions are being closed."
            : "Outside of its schedule: nothing is to be mirrored.",
            NeedsPerson: isStopped, IsWorking: closing && !isStopped);
    }

    private static string Words(IReadOnlyList<ReasonCount> faults) => "Not: " + string.Join("; ", faults.Take(3).Select(
        fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Count} {fault.Reason} ({string.Join(", ", fault.Ids.Take(3))})")
            + (CoverageReasons.Remedy(fault.Reason) is { } remedy ? $". {remedy}" : ""))).TrimEnd('.') + ".";
}
