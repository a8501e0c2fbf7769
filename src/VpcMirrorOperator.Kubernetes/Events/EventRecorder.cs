using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Api;
using VpcMirrorOperator.Kubernetes.Control;
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

    private readonly Channel<Occurrence?> waiting;
    private readonly Dictionary<Occurrence, Series> running = [];
    private readonly SpamFilter filter;
    private readonly EventSink sink;
    private readonly EventRecorderOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private long dropped;
    private bool flushing;

    /// <summary>A recorder; what is recorded before <see cref="RunAsync"/> waits.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">Settings.</param>
    /// <param name="time">Clock of everything.</param>
    /// <param name="logger">Log.</param>
    public EventRecorder(KubeClient client, EventRecorderOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.options, this.time, this.logger) = (options, time, logger);
        filter = new SpamFilter(options, time);
        sink = new EventSink(client, options);
        waiting = Channel.CreateBounded<Occurrence?>(new BoundedChannelOptions(options.Capacity) { SingleReader = true });
    }

    /// <summary>Events that were not stored: too many at once, too many about one object, or not taken by the API server.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <inheritdoc/>
    public void Record(ObjectReference regarding, EventType type, string reason, string action, string note)
    {
        ArgumentNullException.ThrowIfNull(regarding);
        logger.Recorded(type, reason, regarding.Kind, regarding.Namespace, regarding.Name, note);
        if (!waiting.Writer.TryWrite(new Occurrence(regarding, type, reason, action, note))) Interlocked.Increment(ref dropped);
    }

    /// <summary>Sends until cancelled, then sends what is left for as long as <see cref="EventRecorderOptions.FlushLimit"/>.</summary>
    /// <param name="ct">Begins the flush; what is recorded from then on is dropped.</param>
    /// <returns>A task that ends without an exception.</returns>
    public async Task RunAsync(CancellationToken ct)
    {
        await using (time.CreateTimer(_ => waiting.Writer.TryWrite(null), null, TickEvery, TickEvery))
        {
            await SendAllAsync(ct);
        }

        flushing = true;
        waiting.Writer.TryComplete();
        using var limit = new CancellationTokenSource(options.FlushLimit, time);
        await SendAllAsync(limit.Token);
        await FlushSeriesAsync(limit.Token);
    }

    /// <summary>Includes the one event whose sending was cut off by the shutdown.</summary>
    private async Task FlushSeriesAsync(CancellationToken ct)
    {
        try
        {
            foreach (var (what, series) in running) await SaveAsync(what, series, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    private async Task SendAllAsync(CancellationToken ct)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(ct))
                while (!ct.IsCancellationRequested && waiting.Reader.TryRead(out var what)) await TakeAsync(what, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    private async Task TakeAsync(Occurrence? what, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (what is null) await TickAsync(now, ct);
        else if (running.TryGetValue(what, out var series) && now - series.Last < options.SeriesEnd) await RepeatAsync(what, series, ct);
        else await BeginAsync(what, now, ct);
    }

    private async Task BeginAsync(Occurrence what, DateTimeOffset now, CancellationToken ct)
    {
        if (!filter.Allows(what.Regarding))
        {
            Interlocked.Increment(ref dropped);
            return;
        }

        var series = new Series(sink.NewPath(what.Regarding, now), now);
        if (running.Count >= MostSeries) running.Remove(running.MinBy(s => s.Value.Last).Key);
        running[what] = series;
        await SaveAsync(what, series, ct);
        if (series.Written == 0) running.Remove(what);
    }

    /// <summary>The second time is written at once, so that users see that it goes on; later ones with the next refresh.</summary>
    private async Task RepeatAsync(Occurrence what, Series series, CancellationToken ct)
    {
        series.Again(time.GetUtcNow());
        if (series.Written <= 1) await SaveAsync(what, series, ct);
    }

    private async Task TickAsync(DateTimeOffset now, CancellationToken ct)
    {
        filter.Prune();
        foreach (var (what, series) in running.ToArray())
        {
            var ended = now - series.Last >= options.SeriesEnd;
            if (ended || now - series.WrittenAt >= options.SeriesRefresh) await SaveAsync(what, series, ct);
            if (ended) running.Remove(what);
        }
    }

    private async Task SaveAsync(Occurrence what, Series series, CancellationToken ct)
    {
        if (series.IsDirty && await TryAsync(() => WriteAsync(what, series, ct), ct)) series.Saved(time.GetUtcNow());
    }

    private async Task WriteAsync(Occurrence what, Series series, CancellationToken ct)
    {
        try
        {
            if (series.Written == 0) await sink.CreateAsync(what, series, ct);
            else await sink.PatchAsync(series, ct);
        }
        catch (KubeApiException error) when (error.IsNotFound)
        {
            // The server forgets events after an hour; the series goes on.
            await sink.CreateAsync(what, series, ct);
        }
    }

    private async Task<bool> TryAsync(Func<Task> send, CancellationToken ct)
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
            catch (KubeApiException error) when (!error.IsRefused && attempt < options.Attempts && !flushing)
            {
                await Task.Delay(options.RetryDelay, time, ct);
            }
            catch (Exception error) when (error is KubeApiException or ConflictException)
            {
                Interlocked.Increment(ref dropped);
                logger.NotStored(error.Message);
                return false;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Interlocked.Increment(ref dropped);
                logger.Defect(error);
                return false;
            }
        }
    }
}
