using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Events;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The result of <c>history</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Events">The events that the API server still has, by their latest time.</param>
/// <param name="Writes">The latest calls that were to change the session, newest first.</param>
internal sealed record HistoryReport(
    string Namespace, string Name, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<WriteRecord> Writes)
{
    /// <summary>Puts together what is known of an object.</summary>
    /// <param name="session">The object.</param>
    /// <param name="events">Its events.</param>
    public static HistoryReport Of(TrafficMirrorSession session, IReadOnlyList<ReportedEvent> events) => new(
        session.Metadata.Namespace, session.Metadata.Name,
        [.. events.Select(e => new HistoryEvent(e.First, e.Last, e.Count, e.Type, e.Reason, e.Message, e.Reporter))],
        session.Status?.LastWrites ?? []);
}

/// <summary>One event.</summary>
/// <param name="First">When it happened first.</param>
/// <param name="Last">When it happened last.</param>
/// <param name="Count">How often.</param>
/// <param name="Type"><c>Normal</c> or <c>Warning</c>.</param>
/// <param name="Reason">A machine word.</param>
/// <param name="Message">What happened.</param>
/// <param name="Reporter">Who says so.</param>
internal sealed record HistoryEvent(
    DateTimeOffset First, DateTimeOffset Last, int Count, string Type, string Reason, string Message, string Reporter);
