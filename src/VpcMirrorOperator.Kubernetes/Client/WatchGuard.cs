namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Gives a watch up when the server must be dead: it did not end the stream when it should have, or it was quiet and did not answer
/// another request either.
/// </summary>
internal sealed class WatchGuard : IAsyncDisposable
{
    private readonly WatchOptions _watch;
    private readonly RequestPipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _overtime;
    private readonly CancellationTokenSource _stream;
    private Task _probing = Task.CompletedTask;
    private KubeApiException? _dead;
    private long _lastHeard;

    public WatchGuard(WatchOptions watch, RequestPipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        (_watch, _pipeline, _time) = (watch, pipeline, time);
        _overtime = new CancellationTokenSource(watch.Timeout + WatchOptions.Overtime, time);
        _stream = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _overtime.Token);
        _lastHeard = time.GetTimestamp();
    }

    /// <summary>Cancelled when the stream is given up, and by the caller's own token.</summary>
    public CancellationToken Token => _stream.Token;

    public bool GaveUp => _dead is not null || _overtime.IsCancellationRequested;

    public string Reason => _dead is null
        ? "the server did not end the watch when it was asked to"
        : $"quiet, and no sign of life on another request ({_dead.Message})";

    public void Heard()
    {
        Volatile.Write(ref _lastHeard, _time.GetTimestamp());
        _watch.Heard?.Invoke();
    }

    public void ProbeWhenQuiet() => _probing = ProbeAsync();

    public async ValueTask DisposeAsync()
    {
        // Not CancelAsync: that leaves the caller's context.
        _stream.Cancel();
        await _probing;
        _stream.Dispose();
        _overtime.Dispose();
    }

    private async Task ProbeAsync()
    {
        try
        {
            while (true)
            {
                var quiet = _time.GetElapsedTime(Volatile.Read(ref _lastHeard));
                if (quiet < WatchOptions.QuietLimit) await Task.Delay(WatchOptions.QuietLimit - quiet, _time, Token);
                else await AskAsync();
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (KubeApiException error)
        {
            _dead = error;
            _stream.Cancel();
        }
    }

    private async Task AskAsync()
    {
        await _pipeline.ProbeAsync(WatchOptions.ProbePatience, Token);
        Heard();
    }
}
