using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Output;

/// <summary>How one session stands at the end.</summary>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">The object's name.</param>
/// <param name="RegionId">The session's region.</param>
/// <param name="TrafficMirrorSessionId">The session's id; null for another kind.</param>
/// <param name="Ready">Whether it is as declared and mirrors.</param>
/// <param name="Reason">Why, as a condition reason.</param>
/// <param name="Message">Why, as a sentence.</param>
/// <param name="State">The session's status in the cloud's words; empty while unknown.</param>
/// <param name="Desired">Sources declared.</param>
/// <param name="Actual">Sources that the session has.</param>
/// <param name="ToAdd">Sources still to add.</param>
/// <param name="ToRemove">Sources still to remove.</param>
internal sealed record ApplyItem(
    string Namespace, string Name, string RegionId, string? TrafficMirrorSessionId, bool Ready, string Reason, string Message, string State,
    int Desired, int Actual, int ToAdd, int ToRemove)
{
    /// <summary>The file that declares the object, as it was named; <c>-</c> for standard input.</summary>
    public string? File { get; init; }

    /// <summary>The object's first line in the file, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The object's kind.</summary>
    public string Kind { get; init; } = TrafficMirrorSession.KindName;

    /// <summary>The filter's id; null for another kind.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>The id in the cloud, whatever the kind.</summary>
    internal string? CloudId => TrafficMirrorSessionId ?? TrafficMirrorFilterId;

    /// <summary>Whether the session was never read in this run.</summary>
    internal bool IsUnread { get; init; }

    /// <summary>The item of a row.</summary>
    /// <param name="row">The session as it stands.</param>
    public static ApplyItem Of(SessionRow row) => new(
        row.Key.Namespace, row.Key.Name, row.Session.RegionId,
        IsSession(row) ? row.Session.SessionId : null, row.Progress == SessionProgress.Ready, row.Reason,
        row.Message,
        row.State, row.Counts?.Desired ?? 0, row.Counts?.Actual ?? 0, row.Counts?.ToAdd ?? 0, row.Counts?.ToRemove ?? 0)
    {
        Kind = row.Kind,
        TrafficMirrorFilterId = IsSession(row) ? null : row.Session.SessionId,
        IsUnread = row.Counts is null,
    };

    private static bool IsSession(SessionRow row) => row.Kind == TrafficMirrorSession.KindName;
}
