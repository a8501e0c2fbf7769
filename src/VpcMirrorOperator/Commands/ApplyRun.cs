using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>Runs the engine, shows where it stands, and decides when it is over.</summary>
/// <param name="engine">Does the work.</param>
/// <param name="store">The declared sessions.</param>
/// <param name="display">Shows the progress.</param>
/// <param name="options">What was asked for.</param>
/// <param name="started">When the command started, as a timestamp: <c>--timeout</c> counts from here.</param>
/// <param name="context">The process.</param>
internal sealed class ApplyRun(
    ApplyEngine engine, ManifestObjectStore<TrafficMirrorSession> store, ApplyDisplay display, ApplyOptions options, long started,
    CommandContext context)
{
    /// <summary>Eight pictures a second.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(125);

    private readonly ManifestWatch? _watch = options.Watch ? new ManifestWatch(options.Paths, store, context) : null;

    public async Task<ApplyEnd> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        var working = engine.RunAsync(stop.Token);
        try
        {
            return await FollowAsync(working);
        }
        finally
        {
            // Whatever ended the run, a write under way is finished and recorded before the process goes.
            await stop.CancelAsync();
            await working;
            engine.Dispose();
        }
    }

    private async Task<ApplyEnd> FollowAsync(Task working)
    {
        while (!context.Interrupted.IsCancellationRequested)
        {
            var rows = engine.Rows();
            display.Show(rows);
            engine.ThrowIfBroken();
            if (working.IsFaulted) await working;
            if (!options.Watch && rows.All(r => r.Progress != SessionProgress.Working)) return ApplyEnd.Settled;
            if (context.Time.GetElapsedTime(started) > options.Timeout) return ApplyEnd.TimedOut;
            if (_watch is not null) await WatchAsync(_watch);
            await PauseAsync();
        }

        return ApplyEnd.Interrupted;
    }

    private async Task WatchAsync(ManifestWatch manifests)
    {
        var (changed, notes) = await manifests.ReadAsync();
        engine.Enqueue(changed);
        if (notes.Count > 0) display.Print(notes);
    }

    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(Tick, context.Time, context.Interrupted);
        }
        catch (OperationCanceledException)
        {
            // The loop's condition sees it.
        }
    }
}
