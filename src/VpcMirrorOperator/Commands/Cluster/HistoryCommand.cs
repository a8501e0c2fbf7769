using VpcMirrorOperator.Output;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary><c>history</c>: what happened to an object.</summary>
internal static class HistoryCommand
{
    /// <param name="name">The object.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="format">How to print.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(ObjectName name, ClusterOptions options, OutputFormat format, CommandContext context)
    {
        using var cluster = ClusterObjects.Open(options, context);
        var found = await cluster.FindAsync(name);
        var report = found.History(await cluster.EventsAsync(found));
        if (format != OutputFormat.Table) context.Out.Write(ClusterJson.Write(report, format));
        else foreach (var line in HistoryText.Render(report, context.Time.GetUtcNow())) context.Out.WriteLine(line);
        return ExitCodes.Success;
    }
}
