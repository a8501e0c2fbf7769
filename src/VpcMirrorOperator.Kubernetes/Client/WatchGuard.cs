namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Gives a watch up when the server must be dead: it did not end the stream when it should have, or it sent nothing and did not
/// answer another request either.
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
    private long _lastActivity;

    public WatchGuard(WatchOptions watch, RequestPipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        (_watch, _pipeline, _time) = (watch, pipeline, time);
        _overtime = new CancellationTokenSource(watch.Timeout + WatchOptions.EndTolerance, time);
        _stream = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _overtime.Token);
        _lastActivity = time.GetTimestamp();
    }

    /// <summary>Cancelled when the stream is given up, and by the caller's own token.</summary>
    public CancellationToken Token => _stream.Token;

    public bool GaveUp => _dead is not null || _overtime.IsCancellationRequested;

    public string Reason => _dead is null
        ? "the server did not end the watch when it was asked to"
        : $"no data, and another request was not answered either ({_dead.Message})";

    public void OnActivity()
    {
        Volatile.Write(ref _lastActivity, _time.GetTimestamp());
        _watch.OnActivity?.Invoke();
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
                var quiet = _time.GetElapsedTime(Volatile.Read(ref _lastActivity));
                if (quiet < WatchOptions.QuietLimit) await Task.Delay(WatchOptions.QuietLimit - quiet, _time, Token);
                else await RequestAsync();
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

    private async Task RequestAsync()
    {
        await _pipeline.ProbeAsync(WatchOptions.ProbeTimeout, Token);
        OnActivity();
    }
}
