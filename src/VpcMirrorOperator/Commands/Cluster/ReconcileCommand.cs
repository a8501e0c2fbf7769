using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Commands.Cluster;

/// <summary><c>reconcile</c>: asks the operator to compare now, and waits for its answer.</summary>
internal static class ReconcileCommand
{
    /// <summary>How long an answer is waited for unless the user says otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <param name="name">The object.</param>
    /// <param name="wait">Whether to wait.</param>
    /// <param name="timeout">For how long.</param>
    /// <param name="options">Which cluster.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(string name, bool wait, TimeSpan timeout, ClusterOptions options, CommandContext context)
    {
        using var cluster = ClusterSessions.Open(options, context);
        var started = context.Time.GetTimestamp();
        var request = context.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        var session = await cluster.ChangeAsync(name, read => read.Annotated(Annotations.ReconcileRequestedAt, request));
        context.Out.WriteLine($"{session.Key()}: asked for a reconcile.");
        if (!wait) return ExitCodes.Success;
        while (session.Status?.LastHandledReconcileAt != request)
        {
            if (context.Time.GetElapsedTime(started) > timeout) throw new CommandException(NoAnswer(session, timeout));
            await Task.Delay(Interval, context.Time, context.Interrupted);
            session = await cluster.FindAsync(name);
        }

        var item = StatusItem.Of(session);
        context.Out.WriteLine($"{session.Key()}: compared. Ready={item.Ready} {item.Reason}: {item.Message}");
        return ExitCodes.Success;
    }

    private static string NoAnswer(TrafficMirrorSession session, TimeSpan timeout)
    {
        var item = StatusItem.Of(session);
        var said = $"Ready={item.Ready} {item.Reason}: {item.Message}";
        return $"{session.Key()}: no answer in {ReadableDuration.Of(timeout)}. It says: {said}\n" +
            "  Does a controller run and lead? kubectl -n vpc-mirror-system get pods,leases";
    }
}
