using VpcMirrorOperator.Foreign;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Events;

/// <summary>Reads the events about an object, as <c>kubectl describe</c> does. Needs the verb list on <c>events</c>, core group.</summary>
public static class EventReader
{
    private const int PageSize = 500;

    /// <summary>The most pages that are read: an object that has more events is told of by its latest ones anyway.</summary>
    private const int MaxPages = 20;

    private static readonly ResourcePath Events = new("", "v1", "events");

    /// <summary>The events about this life of the object, oldest first. API servers keep events for an hour by default.</summary>
    /// <param name="client">The API server.</param>
    /// <param name="regarding">The object, with its uid.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="KubeApiException">They cannot be read.</exception>
    public static async Task<IReadOnlyList<ReportedEvent>> ReadAsync(
        KubeClient client, ObjectMeta regarding, CancellationToken cancellationToken)
    {
        var path = Events.In(regarding.Namespace.Length == 0 ? "default" : regarding.Namespace);
        var list = new ListOptions { FieldSelector = $"involvedObject.uid={regarding.Uid}", Limit = PageSize };
        var events = new List<ReportedEvent>();
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var page = await client.ListAsync(path, list, KubeJson.Default.StoredEvent, cancellationToken);
            events.AddRange(page.Items.Select(Report));
            if (page.Continue is null) break;
            list = list with { Continue = page.Continue };
        }

        return [.. events.OrderBy(e => e.Last).ThenBy(e => e.First)];
    }

    private static ReportedEvent Report(StoredEvent stored)
    {
        var created = stored.Metadata.CreationTimestamp ?? DateTimeOffset.UnixEpoch;
        var first = stored.EventTime ?? stored.FirstTimestamp ?? created;
        return new ReportedEvent(
            Word(stored.Type), Word(stored.Reason), ForeignText.Clean(stored.Message ?? "", ForeignText.MessageLength),
            Math.Max(1, stored.Series?.Count ?? stored.Count ?? 1), first,
            stored.Series?.LastObservedTime ?? stored.LastTimestamp ?? first, Word(stored.ReportingComponent));
    }

    private static string Word(string? text) => ForeignText.Clean(text ?? "", ForeignText.WordLength);
}
