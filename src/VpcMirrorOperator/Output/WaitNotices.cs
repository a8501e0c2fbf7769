using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>
/// One line when a region's cloud stops answering as it should, one when it is over: per cause, not per attempt or session.
/// </summary>
internal sealed class WaitNotices
{
    private readonly Dictionary<(string Region, string Reason), DateTimeOffset> _open = [];

    /// <summary>The lines for what began or ended since the last call.</summary>
    /// <param name="rows">All sessions, marked by <see cref="WaitClock"/>.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<string> Next(IReadOnlyList<SessionRow> rows, DateTimeOffset now)
    {
        var causes = rows.Where(r => r.WaitingSince is not null).GroupBy(r => (r.Session.RegionId, r.Reason))
            .ToDictionary(g => g.Key, g => g.ToList());
        var ended = _open.Where(open => !causes.ContainsKey(open.Key)).OrderBy(open => open.Value).ToList();
        var begun = causes.Where(cause => _open.TryAdd(cause.Key, Since(cause.Value))).ToList();
        foreach (var (key, _) in ended) _open.Remove(key);
        return [.. ended.Select(e => Ended(e.Key, now - e.Value, now)), .. begun.Select(b => Begun(b.Key, b.Value))];
    }

    private static DateTimeOffset Since(List<SessionRow> rows) => rows.Min(r => r.WaitingSince!.Value);

    private static string Begun((string Region, string Reason) cause, List<SessionRow> rows)
    {
        var others = rows.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {rows.Count - 1} more");
        return $"{Clock(Since(rows))} waiting for {cause.Region}: {rows[0].Key} ({rows[0].Session.SessionId}){others}: {cause.Reason}: " +
            $"{rows[0].Message}";
    }

    private static string Ended((string Region, string Reason) cause, TimeSpan lasted, DateTimeOffset now) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Clock(now)} {cause.Region}: {cause.Reason} is over, it lasted {lasted.TotalSeconds:0} s");

    private static string Clock(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
