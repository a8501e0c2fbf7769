using System.Globalization;
using VpcMirrorOperator.Api.Shared;

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
    public static async Task<int> RunAsync(ObjectName name, bool wait, TimeSpan timeout, ClusterOptions options, CommandContext context)
    {
        using var cluster = ClusterObjects.Open(options, context);
        var started = context.Time.GetTimestamp();
        var request = context.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        var asked = await cluster.ChangeAsync(name, read => read.With(Annotations.ReconcileRequestedAt, request));
        context.Out.WriteLine($"{asked.Shown}: asked for a reconcile.");
        if (!wait) return ExitCodes.Success;
        while (asked.LastHandledReconcileAt != request)
        {
            if (context.Time.GetElapsedTime(started) > timeout) throw new CommandException(NoAnswer(asked, timeout));
            await Task.Delay(Interval, context.Time, context.Interrupted);
            asked = await cluster.FindAsync(name);
        }

        var item = asked.Status;
        context.Out.WriteLine($"{asked.Shown}: compared. Ready={item.Ready} {item.Reason}: {item.Message}");
        return ExitCodes.Success;
    }

    private static string NoAnswer(ClusterObject asked, TimeSpan timeout)
    {
        var item = asked.Status;
        var said = $"Ready={item.Ready} {item.Reason}: {item.Message}";
        return $"{asked.Shown}: no answer in {ReadableDuration.Of(timeout)}. It says: {said}\n" +
            "  Does a controller run and lead? kubectl -n vpc-mirror-system get pods,leases";
    }
}
