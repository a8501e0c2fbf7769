using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>
/// Tells users what happened to an object, in <c>kubectl describe</c> and <c>kubectl events</c>: queues events
/// (<c>events.k8s.io/v1</c>) and sends them in the background. Repetitions are counted in a series; too many about one object are dropped.
/// </summary>
public sealed class EventRecorder
{
    /// <summary>Events that may wait to be sent; of more, those are dropped that say least.</summary>
    private const int Capacity = 1000;

    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    private readonly WaitingEvents _waiting = new(Capacity);

    // Rings while there is something to do, whatever it is.
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private readonly DroppedEvents _dropped;
    private readonly EventDelivery _delivery;
    private readonly EventCorrelator _correlator;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private volatile bool _refreshIsDue;
    private volatile bool _isClosed;

    /// <summary>A recorder; what is recorded before <see cref="RunAsync"/> waits.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">Who reports.</param>
    /// <param name="time">Clock of all times and waits.</param>
    /// <param name="logger">Log.</param>
    /// <param name="metrics">Counts what is dropped; null for nobody.</param>
    public EventRecorder(
        KubeClient client, EventRecorderOptions options, TimeProvider time, ILogger logger, IEventMetrics? metrics = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_time, _logger) = (time, logger);
        var sink = new EventSink(client, options);
        _dropped = new DroppedEvents(metrics, logger);
        _delivery = new EventDelivery(sink, _dropped, time, logger);
        _correlator = new EventCorrelator(sink, _delivery, time);
    }

    /// <summary>Events that were not stored: too many at once, too many about one object, or refused by the API server.</summary>
    internal long Dropped => _dropped.Count;

    /// <summary>
    /// Records an event. Returns at once and never throws: events are best effort, and may be dropped when there are too many or the API
    /// server does not take them.
    /// </summary>
    /// <param name="regarding">The object, of any kind.</param>
    /// <param name="type">Normal or Warning.</param>
    /// <param name="reason">CamelCase word for machines, at most 128 characters.</param>
    /// <param name="action">CamelCase word for what was being done, at most 128 characters.</param>
    /// <param name="note">Sentence for people; cut to 1024 bytes (API limit). No secret in it.</param>
    public void Record(ObjectReference regarding, EventType type, string reason, string action, string note)
    {
        ArgumentNullException.ThrowIfNull(regarding);
        _logger.Recorded(type, reason, regarding.Kind, regarding.Namespace, regarding.Name, note);
        var losses = _isClosed ? 1 : _waiting.Add(new EventKey(regarding, type, reason, action, note));
        if (losses > 0) _dropped.Add(EventLoss.QueueFull, losses);
        _bell.Writer.TryWrite(true);
    }

    /// <summary>Sends until cancelled, then sends what is left for at most five seconds.</summary>
    /// <param name="cancellationToken">Begins the flush; what is recorded from then on is dropped.</param>
    /// <returns>A task that ends without an exception.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (_time.CreateTimer(_ => AskForRefresh(), null, RefreshEvery, RefreshEvery))
        {
            await UntilCancelledAsync(SendAllAsync, cancellationToken);
        }

        _delivery.StopRetrying();
        _isClosed = true;
        _bell.Writer.TryComplete();
        using var limit = new CancellationTokenSource(FlushTimeout, _time);
        await UntilCancelledAsync(SendAllAsync, limit.Token);
        await UntilCancelledAsync(_correlator.FlushAsync, limit.Token);
        _dropped.Tell();
    }

    private void AskForRefresh()
    {
        _refreshIsDue = true;
        _bell.Writer.TryWrite(true);
    }

    private static async Task UntilCancelledAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        try
        {
            await send(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        do await SendWaitingAsync(cancellationToken);
        while (await _bell.Reader.WaitToReadAsync(cancellationToken) && _bell.Reader.TryRead(out _));
    }

    private async Task SendWaitingAsync(CancellationToken cancellationToken)
    {
        if (_refreshIsDue) await RefreshAsync(cancellationToken);
        while (!cancellationToken.IsCancellationRequested && _waiting.TryTake(out var key))
        {
            await _correlator.HandleAsync(key, cancellationToken);
            if (_refreshIsDue) await RefreshAsync(cancellationToken);
        }
    }

    private Task RefreshAsync(CancellationToken cancellationToken)
    {
        _refreshIsDue = false;
        _dropped.Tell();
        return _correlator.RefreshAsync(cancellationToken);
    }
}
