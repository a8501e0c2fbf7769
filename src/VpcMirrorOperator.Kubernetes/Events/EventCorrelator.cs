namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>
/// Decides what becomes of each event, as client-go's correlator does: a new event is stored, a repetition is counted in the series of the
/// stored one, too many about one object are dropped.
/// </summary>
/// <remarks>Not thread-safe: called by the recorder's one loop.</remarks>
internal sealed class EventCorrelator(EventSink sink, EventDelivery delivery, TimeProvider time)
{
    /// <summary>Most series that are followed at once; the one that was quiet for longest makes room.</summary>
    private const int MaxCached = 4096;

    /// <summary>Quiet time after which a series is finished (client-go).</summary>
    private static readonly TimeSpan FinishTime = TimeSpan.FromMinutes(6);

    /// <summary>How often the count of a running series is written (client-go).</summary>
    private static readonly TimeSpan RefreshTime = TimeSpan.FromMinutes(30);

    private readonly RecentlyUsed<EventKey, CachedEvent> _cache = new(MaxCached);
    private readonly SpamFilter _filter = new(time);

    public async Task HandleAsync(EventKey key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_cache.TryGet(key, out var cached) && now - cached.Last < FinishTime) await RepeatAsync(key, cached, cancellationToken);
        else await BeginAsync(key, now, cancellationToken);
    }

    /// <summary>Writes counts that are due, and forgets series that have finished.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        _filter.Prune();
        var now = time.GetUtcNow();
        foreach (var (key, cached) in _cache.Entries)
        {
            var finished = now - cached.Last >= FinishTime;
            if (finished || now - cached.WrittenAt >= RefreshTime) await SaveAsync(key, cached, cancellationToken);
            if (finished) _cache.Remove(key);
        }
    }

    /// <summary>Writes all counts. Includes the one event whose sending was cut off by the shutdown.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, cached) in _cache.Entries) await SaveAsync(key, cached, cancellationToken);
    }

    private async Task BeginAsync(EventKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_filter.Allows(key.Regarding))
        {
            delivery.Drop(EventLoss.ObjectFloods);
            return;
        }

        var cached = new CachedEvent(sink.NewPath(key.Regarding, now), now);
        _cache.Put(key, cached);
        await SaveAsync(key, cached, cancellationToken);
        if (cached.Written == 0) _cache.Remove(key);
    }

    /// <summary>The second time is written at once, so that users see that it goes on; later ones with the next refresh.</summary>
    private async Task RepeatAsync(EventKey key, CachedEvent cached, CancellationToken cancellationToken)
    {
        cached.Repeated(time.GetUtcNow());
        _cache.Put(key, cached);
        if (cached.Written <= 1) await SaveAsync(key, cached, cancellationToken);
    }

    private async Task SaveAsync(EventKey key, CachedEvent cached, CancellationToken cancellationToken)
    {
        if (cached.IsDirty && await delivery.TrySaveAsync(key, cached, cancellationToken)) cached.Saved(time.GetUtcNow());
    }
}
