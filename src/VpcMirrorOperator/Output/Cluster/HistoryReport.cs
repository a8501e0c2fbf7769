using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Events;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The result of <c>history</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Events">The events that the API server still has, by their latest time.</param>
/// <param name="Writes">The latest calls that were to change the session or filter, newest first.</param>
internal sealed record HistoryReport(
    string Namespace, string Name, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<HistoryWrite> Writes)
{
    /// <summary>The object's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Puts together what is known of a session.</summary>
    /// <param name="session">The object.</param>
    /// <param name="events">Its events.</param>
    public static HistoryReport Of(TrafficMirrorSession session, IReadOnlyList<ReportedEvent> events) => new(
        session.Metadata.Namespace, session.Metadata.Name, Told(events),
        [
            .. (session.Status?.LastWrites ?? []).Select(
                write => new HistoryWrite(write.Time, write.Verb, write.Result, write.RequestId) { Sources = write.Sources }),
        ])
    {
        Kind = TrafficMirrorSession.KindName,
    };

    /// <summary>Puts together what is known of a filter.</summary>
    /// <param name="filter">The object.</param>
    /// <param name="events">Its events.</param>
    public static HistoryReport Of(TrafficMirrorFilter filter, IReadOnlyList<ReportedEvent> events) => new(
        filter.Metadata.Namespace, filter.Metadata.Name, Told(events),
        [
            .. (filter.Status?.LastWrites ?? []).Select(
                write => new HistoryWrite(write.Time, write.Verb, write.Result, write.RequestId) { Rules = write.Rules }),
        ])
    {
        Kind = TrafficMirrorFilter.KindName,
    };

    private static HistoryEvent[] Told(IReadOnlyList<ReportedEvent> events) =>
        [.. events.Select(e => new HistoryEvent(e.First, e.Last, e.Count, e.Type, e.Reason, e.Message, e.Reporter))];
}

/// <summary>One call.</summary>
/// <param name="Time">When it ended.</param>
/// <param name="Verb">What was called.</param>
/// <param name="Result"><c>OK</c> when the cloud accepted it; else the error code.</param>
/// <param name="RequestId">The cloud's request id; absent when no answer came.</param>
internal sealed record HistoryWrite(DateTimeOffset Time, OperationVerb Verb, string Result, string? RequestId)
{
    /// <summary>How many sources it named; absent for a filter.</summary>
    public int? Sources { get; init; }

    /// <summary>How many rules it named; absent for a session.</summary>
    public int? Rules { get; init; }
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
