using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// One answer of the cloud never ends anything: before a deleted object goes because nothing of it is left, and before a session counts as
/// missing, two reads some seconds apart must say the same.
/// </summary>
internal static class Confirmation
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>The plan, or a wait for the second read.</summary>
    public static Plan Of(PlannerInput input, Plan plan)
    {
        if (input.ConfirmAfter <= TimeSpan.Zero || !IsFinal(plan.Decision) || IsKnown(input, plan.Decision)) return plan;
        var readAt = input.ReadAt ?? input.Now;
        var first = input.Memory.Report.Finding is { } finding && finding.Reason == plan.Decision.Reason ? finding.ReadAt : readAt;
        if (readAt - first >= input.ConfirmAfter) return plan;
        var left = first + input.ConfirmAfter - input.Now;
        return plan with
        {
            Finding = new Finding(plan.Decision.Reason, first),
            Decision = new Decision.Wait(
                Reasons.ConfirmingObservation,
                $"Observing the session once more, within seconds and by itself, before this counts: {plan.Decision.Message}",
                left > ShortestWait ? left : ShortestWait),
        };
    }

    private static bool IsFinal(Decision decision) => decision is Decision.Release or Decision.Stall { Reason: Reasons.SessionNotFound };

    /// <summary>Whether the status says it already, so that a process that has just started need not doubt it again.</summary>
    private static bool IsKnown(PlannerInput input, Decision decision) =>
        decision is Decision.Stall
        && Conditions.Find(input.Declared.Status?.Conditions ?? [], ConditionTypes.Ready)?.Reason == decision.Reason;
}
