using System.Globalization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>One plain line for each change of a session, for logs and pipes.</summary>
internal sealed class TransitionLog
{
    private readonly Dictionary<(string Kind, ObjectKey Key), string> _last = [];

    /// <summary>The lines for what changed since the last call.</summary>
    /// <param name="rows">All sessions.</param>
    /// <param name="now">The time, printed in UTC.</param>
    public IReadOnlyList<string> Next(IEnumerable<SessionRow> rows, DateTimeOffset now)
    {
        var lines = new List<string>();
        foreach (var row in rows)
        {
            if (row.Counts is null && !row.IsUnread) continue;
            var text = Text(row);
            if (_last.GetValueOrDefault((row.Kind, row.Key)) == text) continue;
            _last[(row.Kind, row.Key)] = text;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:HH:mm:ss} {text}"));
        }

        return lines;
    }

    private static string Text(SessionRow row)
    {
        if (row.Counts is not { } counts) return $"{row.Key} {row.Reason}: {row.Message}";
        var pending = row.Pending == 0 ? ""
            : row.PendingText is { } changes ? $", {changes} to do"
            : string.Create(CultureInfo.InvariantCulture, $", {counts.ToAdd} to add, {counts.ToRemove} to remove");
        var condition = row.Progress switch
        {
            SessionProgress.Ready => "Ready",
            SessionProgress.Blocked => $"{row.Reason}: {row.Message}",
            _ => row.Reason,
        };
        return $"{row.Key} {row.State} {Counted.Of(counts.Actual, row.Noun)}{pending}: {condition}";
    }
}
