using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands;

/// <summary><c>list</c>: the sessions that a region has, declared or not.</summary>
internal static class ListCommand
{
    /// <param name="region">The region.</param>
    /// <param name="paths">Manifests, to tell which sessions are declared; empty for none.</param>
    /// <param name="format">How to print.</param>
    /// <param name="cloudOptions">Which cloud.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(
        string region, IReadOnlyList<string> paths, OutputFormat format, CloudOptions cloudOptions, CommandContext context)
    {
        var declared = paths.Count == 0 ? null : ManifestInput.Load(paths, context).Sessions.Select(m => m.Session()).ToHashSet();
        await using var cloud = await CommandCloud.OpenAsync(cloudOptions, keepState: false, context);
        var sessions = await ReadAsync(region, cloud, context);
        var report = RegionReport.Of(region, sessions, id => declared?.Contains(new SessionRef(Accounts.Default, region, id)));
        if (format != OutputFormat.Table) context.Out.Write(ClusterJson.Write(report, format));
        else foreach (var line in RegionText.Render(report)) context.Out.WriteLine(line);
        return ExitCodes.Success;
    }

    /// <summary>Every session of the region.</summary>
    /// <exception cref="CommandException">They cannot be listed.</exception>
    public static async Task<IReadOnlyList<CatalogedSession>> ReadAsync(string region, CommandCloud cloud, CommandContext context)
    {
        try
        {
            return await CloudPatience.Of(timeout: null, context).ReadAsync(
                region, async token => await SessionCatalog.ReadAsync(cloud.Account.Client, region, token), context.Interrupted);
        }
        catch (CloudException e)
        {
            throw new CommandException(CloudAdvice.For(e), e);
        }
    }
}
