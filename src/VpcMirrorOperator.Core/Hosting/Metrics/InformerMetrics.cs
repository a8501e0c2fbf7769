using Prometheus;
using VpcMirrorOperator.Kubernetes.Informers;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary><c>informer_*</c>: how the cache of objects is kept.</summary>
internal sealed class InformerMetrics(IMetricFactory factory) : IInformerMetrics
{
    private readonly Counter _lists = factory.CreateCounter(
        "informer_lists_total", "Complete lists taken over: one at the start, more after lost watches.");
    private readonly Counter _watches = factory.CreateCounter("informer_watches_total", "Watches begun.");
    private readonly Counter _events = factory.CreateCounter("informer_watch_events_total", "Changes received, bookmarks not counted.");
    private readonly Counter _failures = factory.CreateCounter(
        "informer_failures_total", "Lists and watches that failed and were tried again.");
    private readonly Counter _undecodable = factory.CreateCounter(
        "informer_undecodable_objects_total", "Objects skipped because they could not be read.");

    private readonly Gauge _contact = factory.CreateGauge(
        "informer_last_contact_timestamp_seconds", "When the API server was last heard, in the namespace where that is longest ago.",
        new GaugeConfiguration { SuppressInitialValue = true });

    private readonly Gauge _cached = factory.CreateGauge("informer_cached_objects", "Objects in the cache.");

    /// <summary>How the cache is at the time of a scrape.</summary>
    /// <param name="objects">Objects in it.</param>
    /// <param name="heard">When the server was last heard; null before the first time.</param>
    public void Refresh(int objects, DateTimeOffset? heard)
    {
        _cached.Set(objects);
        if (heard is { } time) _contact.Set(time.ToUnixTimeSeconds());
    }

    /// <inheritdoc/>
    public void Listed(int objects) => _lists.Inc();

    /// <inheritdoc/>
    public void WatchStarted() => _watches.Inc();

    /// <inheritdoc/>
    public void EventSeen() => _events.Inc();

    /// <inheritdoc/>
    public void Failed() => _failures.Inc();

    /// <inheritdoc/>
    public void Undecodable() => _undecodable.Inc();
}
