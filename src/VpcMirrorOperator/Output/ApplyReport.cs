using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>The result of <c>apply</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Items">One entry for each declared session, by namespace and name.</param>
/// <param name="Summary">Totals.</param>
internal sealed record ApplyReport(IReadOnlyList<ApplyItem> Items, ApplySummary Summary)
{
    /// <summary>Sums the rows up.</summary>
    /// <param name="rows">The sessions as they stand at the end.</param>
    /// <param name="writes">Writes that the cloud was asked for.</param>
    /// <param name="seconds">How long it took.</param>
    /// <param name="end">How it ended.</param>
    public static ApplyReport Of(IReadOnlyList<SessionRow> rows, long writes, double seconds, ApplyEnd end) => new(
        [.. rows.Select(ApplyItem.Of)],
        new ApplySummary(rows.Count, rows.Count(r => r.Progress == SessionProgress.Ready), writes, Math.Round(seconds, 1), end));

    /// <summary>The report with the places of the declarations.</summary>
    /// <param name="places">Where objects are declared.</param>
    public ApplyReport At(IReadOnlyDictionary<(string Kind, ObjectKey Key), ManifestPlace> places) => this with
    {
        Items = [.. Items.Select(item => places.GetValueOrDefault((item.Kind, new ObjectKey(item.Namespace, item.Name))) is { } place
            ? item with { File = place.File, Line = place.Line }
            : item)],
    };
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
internal sealed record ApplySummary(int Sessions, int Ready, long Writes, double Seconds, ApplyEnd End);
