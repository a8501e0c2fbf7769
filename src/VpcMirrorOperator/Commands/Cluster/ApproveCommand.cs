namespace VpcMirrorOperator.Commands.Cluster;

/// <summary>
/// <c>approve</c>: lets the plan that the operator shows now go on, or accepts an alteration by its hash; and no other one.
/// </summary>
internal static class ApproveCommand
{
    /// <param name="name">The object.</param>
    /// <param name="hash">The plan or alteration that was looked at; null for the present plan.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(ObjectName name, string? hash, ClusterOptions options, CommandContext context)
    {
        using var cluster = ClusterObjects.Open(options, context);
        Approval? approval = null;
        var approved = await cluster.ChangeAsync(name, read =>
        {
            // A second attempt must not approve another plan than the first would have.
            approval = read.Approve(approval?.Hash ?? hash);
            return read.With(approval.Annotation, approval.Hash);
        });
        ManagedBy.Warn(approved, $"the annotation {approval!.Annotation}", context);
        context.Out.WriteLine($"{approved.Shown}: {approval.Told}");
        return ExitCodes.Success;
    }
}
