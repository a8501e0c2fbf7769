using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Brings one event to the API server, with retries, and counts those that are dropped.</summary>
internal sealed class EventDelivery(EventSink sink, DroppedEvents dropped, TimeProvider time, ILogger logger)
{
    /// <summary>Tries to send one event (client-go).</summary>
    private const int Attempts = 12;

    /// <summary>Time between tries (client-go).</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    private bool _retrying = true;

    public void Drop(EventLoss loss) => dropped.Add(loss, 1);

    /// <summary>From now on each event has one try: there is no time left to wait.</summary>
    public void StopRetrying() => _retrying = false;

    /// <summary>Stores the event, or its new count.</summary>
    /// <returns>Whether it is stored.</returns>
    public async Task<bool> TrySaveAsync(EventKey key, CachedEvent cached, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(key, cached, cancellationToken);
                return true;
            }
            catch (KubeApiException error) when (error.IsAlreadyExists)
            {
                // The first try was executed although its answer was lost.
                return true;
            }
            catch (KubeApiException error) when (!error.IsRefused && attempt < Attempts && _retrying)
            {
                await Task.Delay(RetryDelay, time, cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Drop(error);
                return false;
            }
        }
    }

    private void Drop(Exception error)
    {
        Drop(EventLoss.NotStored);
        if (error is KubeApiException or ConflictException) logger.NotStored(error.Message);
        else logger.Defect(error);
    }

    private async Task WriteAsync(EventKey key, CachedEvent cached, CancellationToken cancellationToken)
    {
        try
        {
            if (cached.Written == 0) await sink.CreateAsync(key, cached, cancellationToken);
            else await sink.PatchAsync(cached, cancellationToken);
        }
        catch (KubeApiException error) when (error.IsNotFound)
        {
            // The server forgets events after an hour; the series goes on.
            await sink.CreateAsync(key, cached, cancellationToken);
        }
    }
}
