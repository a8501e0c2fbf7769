namespace VpcMirrorOperator.Output;

/// <summary>The result of <c>apply</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Items">One entry for each declared session, by namespace and name.</param>
/// <param name="Summary">Totals.</param>
public sealed record ApplyReport(IReadOnlyList<ApplyItem> Items, ApplySummary Summary)
{
    /// <summary>Sums the rows up.</summary>
    /// <param name="rows">The sessions as they stand at the end.</param>
    /// <param name="writes">Writes that the cloud was asked for.</param>
    /// <param name="seconds">How long it took.</param>
    /// <param name="end">How it ended.</param>
    public static ApplyReport Of(IReadOnlyList<SessionRow> rows, long writes, double seconds, ApplyEnd end) => new(
        [.. rows.Select(ApplyItem.Of)],
        new ApplySummary(rows.Count, rows.Count(r => r.Progress == SessionProgress.Ready), writes, Math.Round(seconds, 1), end));
}

/// <summary>How an <c>apply</c> ended.</summary>
public enum ApplyEnd
{
    /// <summary>Every session is Ready or can go no further on its own.</summary>
    Settled,

    /// <summary>Ctrl-C, or SIGTERM.</summary>
    Interrupted,

    /// <summary>The time of <c>--timeout</c> was up.</summary>
    TimedOut,
}

/// <summary>Totals of an <c>apply</c>.</summary>
/// <param name="Sessions">Declared sessions.</param>
/// <param name="Ready">Sessions that are Ready.</param>
/// <param name="Writes">Writes that the cloud was asked for; repeats of one write count once.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="End">How it ended.</param>
public sealed record ApplySummary(int Sessions, int Ready, long Writes, double Seconds, ApplyEnd End);

/// <summary>How one session stands at the end.</summary>
/// <param name="Namespace">The object's namespace.</param>
/// <param name="Name">The object's name.</param>
/// <param name="RegionId">The session's region.</param>
/// <param name="TrafficMirrorSessionId">The session's id.</param>
/// <param name="Ready">Whether it is as declared and mirrors.</param>
/// <param name="Reason">Why, as a condition reason.</param>
/// <param name="Message">Why, as a sentence.</param>
/// <param name="State">The session's status in the cloud's words; empty while unknown.</param>
/// <param name="Desired">Sources declared.</param>
/// <param name="Actual">Sources that the session has.</param>
/// <param name="ToAdd">Sources still to add.</param>
/// <param name="ToRemove">Sources still to remove.</param>
public sealed record ApplyItem(
    string Namespace, string Name, string RegionId, string TrafficMirrorSessionId, bool Ready, string Reason, string Message, string State,
    int Desired, int Actual, int ToAdd, int ToRemove)
{
    /// <summary>The item of a row.</summary>
    /// <param name="row">The session as it stands.</param>
    public static ApplyItem Of(SessionRow row) => new(
        row.Key.Namespace, row.Key.Name, row.Session.RegionId, row.Session.SessionId, row.Progress == SessionProgress.Ready, row.Reason, row.Message,
        row.State, row.Counts?.Desired ?? 0, row.Counts?.Actual ?? 0, row.Counts?.ToAdd ?? 0, row.Counts?.ToRemove ?? 0);
}
