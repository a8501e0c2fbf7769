using System.Globalization;
using System.Text;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Writes events. Needs the verbs create and patch.</summary>
internal sealed class EventSink(KubeClient client, EventRecorderOptions options)
{
    private const int MaxNoteBytes = 1024;
    private const int MaxNameLength = 253;
    private static readonly ResourcePath Events = new("events.k8s.io", "v1", "events");
    private int _number;

    /// <summary>Where a new event about this object goes: a name of its own in the object's namespace.</summary>
    public ResourcePath NewPath(ObjectReference regarding, DateTimeOffset now)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $".{now.UtcTicks:x}{_number++:x}");
        var room = MaxNameLength - suffix.Length;
        var name = regarding.Name.Length > room ? regarding.Name[..room] : regarding.Name;
        return Events.Of(new ObjectKey(regarding.Namespace.Length == 0 ? "default" : regarding.Namespace, name + suffix));
    }

    public Task CreateAsync(EventKey key, CachedEvent cached, CancellationToken cancellationToken)
    {
        var value = new KubeEvent
        {
            Metadata = new ObjectMeta { Name = cached.Path.Name!, Namespace = cached.Path.Namespace! },
            EventTime = cached.First,
            Series = cached.Count > 1 ? SeriesOf(cached) : null,
            ReportingController = options.Controller,
            ReportingInstance = options.Instance,
            Action = key.Action,
            Reason = key.Reason,
            Regarding = key.Regarding,
            Note = Cut(key.Note),
            Type = key.Type.ToString(),
        };
        return client.CreateAsync(cached.Path.In(cached.Path.Namespace), value, KubeJson.Default.KubeEvent, cancellationToken);
    }

    public Task PatchAsync(CachedEvent cached, CancellationToken cancellationToken) => client.PatchAsync(
        cached.Path, new EventSeriesPatch(SeriesOf(cached)), KubeJson.Default.EventSeriesPatch, KubeJson.Default.KubeEvent,
        cancellationToken);

    private static EventSeries SeriesOf(CachedEvent cached) => new(cached.Count, cached.Last);

    /// <summary>At most so many bytes, and no half character.</summary>
    private static string Cut(string note)
    {
        if (Encoding.UTF8.GetByteCount(note) <= MaxNoteBytes) return note;
        var bytes = new byte[MaxNoteBytes - "…"u8.Length];
        Encoding.UTF8.GetEncoder().Convert(note, bytes, flush: false, out _, out var used, out _);
        return Encoding.UTF8.GetString(bytes, 0, used) + "…";
    }
}
