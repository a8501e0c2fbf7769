using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// Lists and watches one collection for ever. A watch that ends or breaks is resumed at the version it had reached, without a list;
/// only a version that the server no longer serves makes it list again.
/// </summary>
internal sealed class Reflector<T>(
    KubeClient client, InformerOptions<T> options, ResourcePath path, ReflectorStore<T> store,
    TimeProvider time, Random random, ILogger logger, IInformerMetrics? metrics)
    where T : class
{
    // A server that ends watches at once must not be asked again at once.
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromSeconds(1);

    /// <summary>Shortest life of a watch; each lives this long to twice as long, at random (client-go).</summary>
    private static readonly TimeSpan WatchTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Time without a failure after which the back-off begins anew (client-go).</summary>
    private static readonly TimeSpan BackoffReset = TimeSpan.FromMinutes(2);

    private readonly BackoffWithReset _backoff = new(options.Backoff, BackoffReset, time, random);
    private readonly string _name = path.ToString();
    private readonly PagedList<T> _pages = new(client, options, path);
    private LastSyncVersion _lastSync = LastSyncVersion.None;
    private ListWay _way = ListWay.Of(options.StreamsLists);
    private long _lastContactTicks;
    private bool _synced;

    public DateTimeOffset? LastContact =>
        Volatile.Read(ref _lastContactTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var delay = await ListAndWatchAsync(cancellationToken);
                if (delay > TimeSpan.Zero) await Task.Delay(delay, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>A list if need be, and a watch to its end.</summary>
    /// <returns>How long to wait before the next.</returns>
    private async Task<TimeSpan> ListAndWatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var started = time.GetTimestamp();
            if (!_lastSync.MustList || !_way.IsStream || !await StreamAsync(cancellationToken))
            {
                if (_lastSync.MustList) await ListAsync(cancellationToken);
                started = time.GetTimestamp();
                await foreach (var change in WatchAsync(Watch(), cancellationToken)) Apply(change);
            }

            return time.GetElapsedTime(started) < ShortestWatch ? _backoff.Next() : TimeSpan.Zero;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(error);
        }
    }

    private TimeSpan Failed(Exception error)
    {
        metrics?.Failed();
        var delay = _backoff.Next();
        if (error is KubeApiException { IsExpired: true } expired)
        {
            logger.Expired(_lastSync.Version, _name, delay, expired.Message);
            _lastSync = _lastSync.Expired();
        }
        else if (error is KubeApiException failed) logger.Failed(_name, delay, ListTrouble.Of(failed, path));
        else logger.Defect(error, _name, delay);
        return delay;
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var list = NewList();
        Listed(list, await _pages.ReadAsync(list, _lastSync.NotOlderThan, OnActivity, cancellationToken));
    }

    /// <summary>A watch that begins with a list.</summary>
    /// <returns>False when the server does not offer that, and nothing has been listed.</returns>
    private async Task<bool> StreamAsync(CancellationToken cancellationToken)
    {
        var list = NewList();
        using var initial = new InitialEvents<T>(list, options.Meta, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, initial.Silence);
        try
        {
            await foreach (var change in WatchAsync(Streaming(initial), either.Token))
            {
                if (initial.Version is not null)
                {
                    Apply(change);
                    continue;
                }

                initial.Take(change);
                if (initial.Version is { } complete) Listed(list, complete);
                if (initial.Doubt is { } doubt) return Refused(doubt);
            }
        }
        catch (KubeApiException error) when (initial.Version is null && ListWay.IsRefusal(error))
        {
            return Refused(error.Message);
        }
        catch (OperationCanceledException) when (initial.Silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Refused("they do not end");
        }
        catch (Exception error) when (initial.Version is null && !cancellationToken.IsCancellationRequested)
        {
            _way = _way.AfterBreak(error, initial.IsAnswered);
            throw;
        }

        if (initial.Version is not null) return true;
        _way = _way.AfterBreak(null, isAnswered: true);
        throw new KubeApiException($"GET {_name}: the stream ended before all objects were there");
    }

    private WatchOptions Streaming(InitialEvents<T> initial) => Watch() with
    {
        ResourceVersion = _lastSync.NotOlderThan ?? "",
        SendInitialEvents = true,
        OnActivity = () =>
        {
            initial.OnActivity();
            OnActivity();
        },
    };

    private bool Refused(string reason)
    {
        logger.NoStream(_name, reason);
        _way = _way.AfterRefusal();
        return false;
    }

    private IncomingList<T> NewList() => new(store, options.Meta, Skip);

    private void Listed(IncomingList<T> list, string version)
    {
        list.Replace();
        (_way, _lastSync) = (_way.AfterList(), LastSyncVersion.At(version));
        logger.Listed(list.Count, _name, version);
        metrics?.Listed(list.Count);
        if (_synced) return;
        _synced = true;
        store.Synced();
    }

    private WatchOptions Watch() => new()
    {
        ResourceVersion = _lastSync.Version,
        LabelSelector = options.LabelSelector,
        Timeout = WatchTimeout * (1 + random.NextDouble()),
        OnActivity = OnActivity,
    };

    private IAsyncEnumerable<WatchEvent<T>> WatchAsync(WatchOptions watch, CancellationToken cancellationToken)
    {
        logger.Watching(_name, watch.ResourceVersion);
        metrics?.WatchStarted();
        return client.WatchAsync(path, watch, options.Type, cancellationToken);
    }

    private void Apply(WatchEvent<T> change)
    {
        var meta = change.Bookmark ?? change.Undecodable?.Meta ?? options.Meta(change.Value!);
        if (change.Type != WatchEventType.Bookmark) metrics?.EventSeen();
        if (change.Undecodable is { } bad) Skip(bad);
        if (change.Type == WatchEventType.Deleted) store.Put(meta.Key, null);
        else if (change.Value is { } value) store.Put(meta.Key, value);
        if (meta.ResourceVersion.Length > 0) _lastSync = LastSyncVersion.At(meta.ResourceVersion);
    }

    /// <summary>The cache keeps what it has of an object that can no longer be read: it is not deleted.</summary>
    private ObjectKey Skip(UndecodableObject bad)
    {
        logger.Undecodable(_name, bad.Meta.Key, bad.Error);
        metrics?.Undecodable();
        return bad.Meta.Key;
    }

    private void OnActivity() => Volatile.Write(ref _lastContactTicks, time.GetUtcNow().UtcTicks);
}
