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
    private LastSyncVersion _lastSync = LastSyncVersion.None;
    private PageLimit _pages = PageLimit.Of(options.PageSize);
    private bool _isInPage;
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
            if (_lastSync.MustList) await ListAsync(cancellationToken);
            var started = time.GetTimestamp();
            await WatchAsync(cancellationToken);
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
        if (_isInPage) _pages = _pages.AfterBrokenPage();
        _isInPage = false;
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
        var gone = store.Keys().ToHashSet();
        List<T> items = [];
        var bytes = 0L;
        var list = FirstPage();
        ListPage<T> page;
        do
        {
            page = await client.ListAsync(path, list, options.Type, cancellationToken);
            _isInPage = false;
            bytes += page.Bytes;
            foreach (var item in page.Items) items.Add(Held(options.Meta(item)) ?? item);
            foreach (var bad in page.Undecodable) gone.Remove(Skip(bad));
            list = list with { Continue = page.Continue, NotOlderThan = null };
        }
        while (page.Continue is not null);

        Replace(items, gone);
        _pages = _pages.After(items.Count, bytes);
        _lastSync = LastSyncVersion.At(page.ResourceVersion);
        logger.Listed(items.Count, _name, page.ResourceVersion);
        metrics?.Listed(items.Count);
        if (_synced) return;
        _synced = true;
        store.Synced();
    }

    private ListOptions FirstPage() => new()
    {
        LabelSelector = options.LabelSelector,
        Limit = _pages.Objects,
        NotOlderThan = _pages.PageFailed ? null : _lastSync.NotOlderThan,
        OnActivity = OnPage,
    };

    /// <summary>
    /// Nothing is put before all pages are here: half a list must not be taken for deletions. What has not changed is not put either, so
    /// that a new list of thousands of objects does not cause thousands of reconciles.
    /// </summary>
    private void Replace(List<T> items, HashSet<ObjectKey> gone)
    {
        foreach (var item in items)
        {
            var meta = options.Meta(item);
            gone.Remove(meta.Key);
            if (!ReferenceEquals(Held(meta), item)) store.Put(meta.Key, item);
        }

        foreach (var key in gone) store.Put(key, null);
    }

    /// <summary>The instance that the cache has, unless the object has changed: a list must not hold all objects twice.</summary>
    private T? Held(ObjectMeta meta) =>
        store.Find(meta.Key) is { } held && options.Meta(held).IsVersionOf(meta) ? held : null;

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var watch = new WatchOptions
        {
            ResourceVersion = _lastSync.Version,
            LabelSelector = options.LabelSelector,
            Timeout = WatchTimeout * (1 + random.NextDouble()),
            OnActivity = OnActivity,
        };
        logger.Watching(_name, _lastSync.Version);
        metrics?.WatchStarted();
        await foreach (var change in client.WatchAsync(path, watch, options.Type, cancellationToken)) Apply(change);
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

    private void OnPage()
    {
        _isInPage = true;
        OnActivity();
    }

    private void OnActivity() => Volatile.Write(ref _lastContactTicks, time.GetUtcNow().UtcTicks);
}
