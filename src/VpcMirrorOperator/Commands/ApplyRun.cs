using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>Runs the engine, shows where it stands, and decides when it is over.</summary>
/// <param name="engines">Do the work, one for each kind; what others refer to comes first.</param>
/// <param name="display">Shows the progress.</param>
/// <param name="options">What was asked for.</param>
/// <param name="started">When the command started, as a timestamp: <c>--timeout</c> counts from here.</param>
/// <param name="context">The process.</param>
internal sealed class ApplyRun(
    IReadOnlyList<IApplyEngine> engines, ApplyDisplay display, ApplyOptions options, long started, CommandContext context)
{
    /// <summary>Eight pictures a second.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(125);

    private readonly ManifestWatch? _watch = options.Watch
        ? new ManifestWatch(options.Paths, engines, options.Cloud.StateFolder, context)
        : null;

    public async Task<ApplyEnd> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        var working = Task.WhenAll(engines.Select(engine => engine.RunAsync(stop.Token)));
        try
        {
            return await FollowAsync(working);
        }
        finally
        {
            // Whatever ended the run, a write under way is finished and recorded before the process goes.
            await stop.CancelAsync();
            await working;
            foreach (var engine in engines) engine.Dispose();
        }
    }

    private async Task<ApplyEnd> FollowAsync(Task working)
    {
        while (!context.Interrupted.IsCancellationRequested)
        {
            IReadOnlyList<SessionRow> rows = [.. engines.SelectMany(engine => engine.Rows())];
            display.Show(rows);
            foreach (var engine in engines) engine.ThrowIfBroken();
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
        var notes = await manifests.ReadAsync();
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
