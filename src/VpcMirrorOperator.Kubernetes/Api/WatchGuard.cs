namespace VpcMirrorOperator.Kubernetes.Api;

/// <summary>
/// Gives a watch up when the server must be dead: it did not end the stream when it should have, or it was quiet and did not answer
/// another request either.
/// </summary>
internal sealed class WatchGuard : IAsyncDisposable
{
    private readonly WatchOptions watch;
    private readonly RequestPipeline pipeline;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource overtime;
    private readonly CancellationTokenSource stream;
    private Task probing = Task.CompletedTask;
    private KubeApiException? dead;
    private long lastHeard;

    public WatchGuard(WatchOptions watch, RequestPipeline pipeline, TimeProvider time, CancellationToken ct)
    {
        (this.watch, this.pipeline, this.time) = (watch, pipeline, time);
        overtime = new CancellationTokenSource(watch.Timeout + WatchOptions.Overtime, time);
        stream = CancellationTokenSource.CreateLinkedTokenSource(ct, overtime.Token);
        lastHeard = time.GetTimestamp();
    }

    /// <summary>Cancelled when the stream is given up, and by the caller's own token.</summary>
    public CancellationToken Token => stream.Token;

    public bool GaveUp => dead is not null || overtime.IsCancellationRequested;

    public string Reason => dead is null
        ? "the server did not end the watch when it was asked to"
        : $"quiet, and no sign of life on another request ({dead.Message})";

    public void Heard()
    {
        Volatile.Write(ref lastHeard, time.GetTimestamp());
        watch.Heard?.Invoke();
    }

    public void ProbeWhenQuiet() => probing = ProbeAsync();

    public async ValueTask DisposeAsync()
    {
        // Not CancelAsync: that leaves the caller's context.
        stream.Cancel();
        await probing;
        stream.Dispose();
        overtime.Dispose();
    }

    private async Task ProbeAsync()
    {
        try
        {
            while (true)
            {
                var quiet = time.GetElapsedTime(Volatile.Read(ref lastHeard));
                if (quiet < WatchOptions.QuietLimit) await Task.Delay(WatchOptions.QuietLimit - quiet, time, Token);
                else await AskAsync();
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (KubeApiException error)
        {
            dead = error;
            stream.Cancel();
        }
    }

    private async Task AskAsync()
    {
        await pipeline.ProbeAsync(WatchOptions.ProbePatience, Token);
        Heard();
    }
}
