using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>
/// Sends events (<c>events.k8s.io/v1</c>) in the background. What happens again is counted in a series instead of stored again; too
/// many about one object are held back.
/// </summary>
public sealed class EventRecorder : IEventRecorder
{
    private const int MostSeries = 4096;
    private static readonly TimeSpan TickEvery = TimeSpan.FromMinutes(1);

    private readonly Channel<EventKey?> _waiting;
    private readonly Dictionary<EventKey, Series> _running = [];
    private readonly SpamFilter _filter;
    private readonly EventSink _sink;
    private readonly EventRecorderOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private long _dropped;
    private bool _flushing;

    /// <summary>A recorder; what is recorded before <see cref="RunAsync"/> waits.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of everything.</param>
    /// <param name="logger">Log.</param>
    public EventRecorder(KubeClient client, EventRecorderOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _time, _logger) = (options, time, logger);
        _filter = new SpamFilter(options, time);
        _sink = new EventSink(client, options);
        _waiting = Channel.CreateBounded<EventKey?>(new BoundedChannelOptions(options.Capacity) { SingleReader = true });
    }

    /// <summary>Events that were not stored: too many at once, too many about one object, or not taken by the API server.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <inheritdoc/>
    public void Record(ObjectReference regarding, EventType type, string reason, string action, string note)
    {
        ArgumentNullException.ThrowIfNull(regarding);
        _logger.Recorded(type, reason, regarding.Kind, regarding.Namespace, regarding.Name, note);
        if (!_waiting.Writer.TryWrite(new EventKey(regarding, type, reason, action, note))) Interlocked.Increment(ref _dropped);
    }

    /// <summary>Sends until cancelled, then sends what is left for as long as <see cref="EventRecorderOptions.FlushLimit"/>.</summary>
    /// <param name="cancellationToken">Begins the flush; what is recorded from then on is dropped.</param>
    /// <returns>A task that ends without an exception.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (_time.CreateTimer(_ => _waiting.Writer.TryWrite(null), null, TickEvery, TickEvery))
        {
            await SendAllAsync(cancellationToken);
        }

        _flushing = true;
        _waiting.Writer.TryComplete();
        using var limit = new CancellationTokenSource(_options.FlushLimit, _time);
        await SendAllAsync(limit.Token);
        await FlushSeriesAsync(limit.Token);
    }

    /// <summary>Includes the one event whose sending was cut off by the shutdown.</summary>
    private async Task FlushSeriesAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (key, series) in _running) await SaveAsync(key, series, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
                while (!cancellationToken.IsCancellationRequested && _waiting.Reader.TryRead(out var key)) await TakeAsync(key, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task TakeAsync(EventKey? key, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (key is null) await TickAsync(now, cancellationToken);
        else if (_running.TryGetValue(key, out var series) && now - series.Last < _options.SeriesEnd) await RepeatAsync(key, series, cancellationToken);
        else await BeginAsync(key, now, cancellationToken);
    }

    private async Task BeginAsync(EventKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_filter.Allows(key.Regarding))
        {
            Interlocked.Increment(ref _dropped);
            return;
        }

        var series = new Series(_sink.NewPath(key.Regarding, now), now);
        if (_running.Count >= MostSeries) _running.Remove(_running.MinBy(s => s.Value.Last).Key);
        _running[key] = series;
        await SaveAsync(key, series, cancellationToken);
        if (series.Written == 0) _running.Remove(key);
    }

    /// <summary>The second time is written at once, so that users see that it goes on; later ones with the next refresh.</summary>
    private async Task RepeatAsync(EventKey key, Series series, CancellationToken cancellationToken)
    {
        series.Again(_time.GetUtcNow());
        if (series.Written <= 1) await SaveAsync(key, series, cancellationToken);
    }

    private async Task TickAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _filter.Prune();
        foreach (var (key, series) in _running.ToArray())
        {
            var ended = now - series.Last >= _options.SeriesEnd;
            if (ended || now - series.WrittenAt >= _options.SeriesRefresh) await SaveAsync(key, series, cancellationToken);
            if (ended) _running.Remove(key);
        }
    }

    private async Task SaveAsync(EventKey key, Series series, CancellationToken cancellationToken)
    {
        if (series.IsDirty && await TryAsync(() => WriteAsync(key, series, cancellationToken), cancellationToken)) series.Saved(_time.GetUtcNow());
    }

    private async Task WriteAsync(EventKey key, Series series, CancellationToken cancellationToken)
    {
        try
        {
            if (series.Written == 0) await _sink.CreateAsync(key, series, cancellationToken);
            else await _sink.PatchAsync(series, cancellationToken);
        }
        catch (KubeApiException error) when (error.IsNotFound)
        {
            // The server forgets events after an hour; the series goes on.
            await _sink.CreateAsync(key, series, cancellationToken);
        }
    }

    private async Task<bool> TryAsync(Func<Task> send, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await send();
                return true;
            }
            catch (KubeApiException error) when (error.IsAlreadyExists)
            {
                // The first try counted although its answer was lost.
                return true;
            }
            catch (KubeApiException error) when (!error.IsRefused && attempt < _options.Attempts && !_flushing)
            {
                await Task.Delay(_options.RetryDelay, _time, cancellationToken);
            }
            catch (Exception error) when (error is KubeApiException or ConflictException)
            {
                Interlocked.Increment(ref _dropped);
                _logger.NotStored(error.Message);
                return false;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Interlocked.Increment(ref _dropped);
                _logger.Defect(error);
                return false;
            }
        }
    }
}
