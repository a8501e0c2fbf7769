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
    /// <summary>Events that may wait to be sent; more are dropped.</summary>
    private const int Capacity = 1000;

    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(5);

    // Null is the timer's tick, so that everything happens in one order.
    private readonly Channel<EventKey?> _waiting =
        Channel.CreateBounded<EventKey?>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly EventDelivery _delivery;
    private readonly EventCorrelator _correlator;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>A recorder; what is recorded before <see cref="RunAsync"/> waits.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="options">Who reports.</param>
    /// <param name="time">Clock of all times and waits.</param>
    /// <param name="logger">Log.</param>
    public EventRecorder(KubeClient client, EventRecorderOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_time, _logger) = (time, logger);
        var sink = new EventSink(client, options);
        _delivery = new EventDelivery(sink, time, logger);
        _correlator = new EventCorrelator(sink, _delivery, time);
    }

    /// <summary>Events that were not stored: too many at once, too many about one object, or refused by the API server.</summary>
    internal long Dropped => _delivery.Dropped;

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
        if (!_waiting.Writer.TryWrite(new EventKey(regarding, type, reason, action, note))) _delivery.Drop();
    }

    /// <summary>Sends until cancelled, then sends what is left for at most five seconds.</summary>
    /// <param name="cancellationToken">Begins the flush; what is recorded from then on is dropped.</param>
    /// <returns>A task that ends without an exception.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (_time.CreateTimer(_ => _waiting.Writer.TryWrite(null), null, RefreshEvery, RefreshEvery))
        {
            await UntilCancelledAsync(SendAllAsync, cancellationToken);
        }

        _delivery.StopRetrying();
        _waiting.Writer.TryComplete();
        using var limit = new CancellationTokenSource(FlushTimeout, _time);
        await UntilCancelledAsync(SendAllAsync, limit.Token);
        await UntilCancelledAsync(_correlator.FlushAsync, limit.Token);
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
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            while (!cancellationToken.IsCancellationRequested && _waiting.Reader.TryRead(out var key))
            {
                if (key is null) await _correlator.RefreshAsync(cancellationToken);
                else await _correlator.HandleAsync(key, cancellationToken);
            }
        }
    }
}
