using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary><c>diff</c>: the whole plan of an object of a cluster. Changes nothing.</summary>
internal static class DiffCommand
{
    /// <param name="name">The object.</param>
    /// <param name="fromStatus">Do not ask the cloud.</param>
    /// <param name="endpoint">VPC endpoint; null for the region's.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="format">How to print.</param>
    /// <param name="context">The process.</param>
    /// <returns>As <c>plan</c>: 0 no change, 2 changes, 3 changes that are held, 1 nothing can be said.</returns>
    public static async Task<int> RunAsync(
        ObjectName name, bool fromStatus, string? endpoint, ClusterOptions options, OutputFormat format, CommandContext context)
    {
        using var cluster = ClusterObjects.Open(options, context);
        var found = await cluster.FindAsync(name);
        var diff = fromStatus ? found.Diff : await CompareAsync(found, cluster, endpoint, context);
        if (format != OutputFormat.Table) context.Out.Write(ClusterJson.Write(diff, format));
        else foreach (var line in DiffText.Render(diff)) context.Out.WriteLine(line);
        return diff switch
        {
            { Compared: false } => ExitCodes.Failure,
            { HasChanges: false } => ExitCodes.Success,
            { Held: true } => ExitCodes.Held,
            _ => ExitCodes.Changes,
        };
    }

    private static async Task<DiffItem> CompareAsync(
        ClusterObject found, ClusterObjects cluster, string? endpoint, CommandContext context)
    {
        var options = new CloudOptions(false, null, false, endpoint, Owner: null, StateFolder: "");
        await using var cloud = await CommandCloud.OpenAsync(options, keepState: false, context);
        try
        {
            return await new CloudComparison(cluster, cloud.Account, context).OfAsync(found);
        }
        catch (CloudException e) when (e.Code == ClientErrorCodes.NoCredentials)
        {
            context.Error.WriteLine(
                "notice: no cloud credentials here, so this is what the operator last wrote into the status. To compare with the cloud " +
                "now, give credentials that may read: docs/credentials.md.");
            return found.Diff;
        }
        catch (CloudException e)
        {
            var without = $"Without the cloud: vpc-mirror diff {found.Argument} --from-status.";
            throw new CommandException($"{CloudAdvice.For(e)}\n  {without}", e);
        }
    }
}
