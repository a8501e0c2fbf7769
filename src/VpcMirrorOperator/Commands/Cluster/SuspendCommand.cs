namespace VpcMirrorOperator.Commands.Cluster;

/// <summary><c>suspend</c> and <c>resume</c>: whether the operator may write for an object.</summary>
internal static class SuspendCommand
{
    /// <param name="name">The object.</param>
    /// <param name="suspend">True to suspend, false to resume.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(ObjectName name, bool suspend, ClusterOptions options, CommandContext context)
    {
        using var cluster = ClusterObjects.Open(options, context);
        var changed = false;
        var stored = await cluster.ChangeAsync(name, read =>
        {
            changed = read.IsSuspended != suspend;
            return changed ? read.With(suspend) : read;
        });
        if (changed) ManagedBy.Warn(stored, "spec.suspend", context);
        var state = (changed ? "" : "already ") + (suspend ? "suspended" : "resumed");
        context.Out.WriteLine($"{stored.Shown}: {state}.{Unfinished(stored, suspend)}");
        return ExitCodes.Success;
    }

    private static string Unfinished(ClusterObject stored, bool suspend) => suspend && stored.HasOpenWrite
        ? " A write that was made before is still being carried out by the cloud."
        : "";
}
