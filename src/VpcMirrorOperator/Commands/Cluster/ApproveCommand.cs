using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary><c>approve</c>: lets the plan that the operator shows now go on, and no other one.</summary>
internal static class ApproveCommand
{
    /// <param name="name">The object.</param>
    /// <param name="hash">The plan that was looked at; null for the present one.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(string name, string? hash, ClusterOptions options, CommandContext context)
    {
        using var cluster = ClusterSessions.Open(options, context);
        var pinned = hash;
        var approved = await cluster.ChangeAsync(name, session =>
        {
            // A second attempt must not approve another plan than the first would have.
            pinned = PlanToApprove(session, pinned);
            return session.Annotated(Annotations.ApprovedPlan, pinned);
        });
        ManagedBy.Warn(approved, $"the annotation {Annotations.ApprovedPlan}", context);
        context.Out.WriteLine(Told(approved));
        return ExitCodes.Success;
    }

    /// <exception cref="CommandException">There is no such plan.</exception>
    private static string PlanToApprove(TrafficMirrorSession session, string? hash)
    {
        if (session.Status?.ObservedGeneration != session.Metadata.Generation)
            throw new CommandException(
                $"{session.Key()}: the operator has not seen the latest edit yet, so there is no plan to approve. Try again in a moment.");
        if (session.Status?.Plan is not { Hash: { } present })
            throw new CommandException($"{session.Key()}: there is nothing to approve: no source is to be removed.");
        if (hash is not null && hash != present)
            throw new CommandException(
                $"{session.Key()}: the plan is no longer {hash} but {present}. Nothing was approved.\n" +
                $"  Look at it: vpc-mirror diff {session.Metadata.Name} -n {session.Metadata.Namespace}");
        return present;
    }

    private static string Told(TrafficMirrorSession session)
    {
        var (plan, counts) = (session.Status!.Plan!, session.Status.Sources);
        var ready = Conditions.Find(session.Status.Conditions, ConditionTypes.Ready);
        var held = Conditions.IsTrue(session.Status.Conditions, ConditionTypes.SafetyHold) ? "" : $" It was not held: {ready?.Reason}.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{session.Key()}: approved plan {plan.Hash}: {counts?.ToAdd ?? 0} to add, {counts?.ToRemove ?? 0} to remove.{held}");
    }
}
