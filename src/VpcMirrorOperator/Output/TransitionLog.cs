using System.Globalization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>One plain line for each change of a session, for logs and pipes.</summary>
public sealed class TransitionLog
{
    private readonly Dictionary<ObjectKey, SessionRow> last = [];

    /// <summary>The lines for what changed since the last call.</summary>
    /// <param name="rows">All sessions.</param>
    /// <param name="now">The time, printed in UTC.</param>
    public IReadOnlyList<string> Next(IEnumerable<SessionRow> rows, DateTimeOffset now)
    {
        var lines = new List<string>();
        foreach (var row in rows)
        {
            if (row.Counts is null || last.GetValueOrDefault(row.Key) == row) continue;
            last[row.Key] = row;
            lines.Add(Line(row, now));
        }

        return lines;
    }

    private static string Line(SessionRow row, DateTimeOffset now)
    {
        var counts = row.Counts!;
        var pending = row.Pending == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {counts.ToAdd} to add, {counts.ToRemove} to remove");
        var condition = row.Progress switch
        {
            SessionProgress.Ready => "Ready",
            SessionProgress.Blocked => $"{row.Reason}: {row.Message}",
            _ => row.Reason,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:HH:mm:ss} {row.Key} {counts.Actual} of {counts.Desired} sources{pending}: {condition}");
    }
}
