using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary><c>suspend</c> and <c>resume</c>: whether the operator may write to the session.</summary>
internal static class SuspendCommand
{
    /// <param name="name">The object.</param>
    /// <param name="suspend">True to suspend, false to resume.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(string name, bool suspend, ClusterOptions options, CommandContext context)
    {
        using var cluster = ClusterSessions.Open(options, context);
        var changed = false;
        var session = await cluster.ChangeAsync(name, read =>
        {
            changed = read.Spec.IsSuspended() != suspend;
            return changed ? read with { Spec = read.Spec with { Suspend = suspend ? true : null } } : read;
        });
        if (changed) ManagedBy.Warn(session, "spec.suspend", context);
        var state = (changed ? "" : "already ") + (suspend ? "suspended" : "resumed");
        context.Out.WriteLine($"{session.Key()}: {state}.{Unfinished(session, suspend)}");
        return ExitCodes.Success;
    }

    private static string Unfinished(TrafficMirrorSession session, bool suspend) => suspend && session.Status?.Operation is not null
        ? " A write that was made before is still being carried out by the cloud."
        : "";
}
