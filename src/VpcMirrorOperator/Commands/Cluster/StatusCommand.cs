using VpcMirrorOperator.Output;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary><c>status</c>: where the objects of a cluster stand, by their own account.</summary>
internal static class StatusCommand
{
    /// <param name="name">One object; null for all.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="format">How to print.</param>
    /// <param name="context">The process.</param>
    /// <returns>0, whatever the objects say: the answer is the output.</returns>
    public static async Task<int> RunAsync(ObjectName? name, ClusterOptions options, OutputFormat format, CommandContext context)
    {
        if (name is not null && options.AllNamespaces)
            throw new CommandException("--all-namespaces shows all objects. Name a namespace for one: --namespace NAMESPACE.");
        using var cluster = ClusterObjects.Open(options, context);
        var objects = name is null ? await cluster.ListAsync() : [await cluster.FindAsync(name)];
        var report = new StatusReport([.. objects.Select(one => one.Status)]);
        if (format != OutputFormat.Table) context.Out.Write(ClusterJson.Write(report, format));
        else foreach (var line in StatusText.Render(report, options.AllNamespaces, context.Time.GetUtcNow())) context.Out.WriteLine(line);
        return ExitCodes.Success;
    }
}
