using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output;

/// <summary>Remembers since when each session waits for a cloud that does not answer as it should.</summary>
internal sealed class WaitClock
{
    private readonly Dictionary<(string Kind, ObjectKey Key), (string Reason, DateTimeOffset Since)> _waiting = [];

    /// <summary>The rows, those of waiting sessions with the time when the wait for this cause began.</summary>
    /// <param name="rows">All sessions.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<SessionRow> Mark(IReadOnlyList<SessionRow> rows, DateTimeOffset now) => [.. rows.Select(row => Mark(row, now))];

    private SessionRow Mark(SessionRow row, DateTimeOffset now)
    {
        if (row.Progress == SessionProgress.Ready || !CloudTrouble.IsReason(row.Reason))
        {
            _waiting.Remove((row.Kind, row.Key));
            return row;
        }

        // What was given up is waited for no longer, and yet no end of the trouble.
        if (row.IsUnread) return row with { WaitingSince = _waiting.TryGetValue((row.Kind, row.Key), out var last) ? last.Since : null };
        if (!_waiting.TryGetValue((row.Kind, row.Key), out var wait) || wait.Reason != row.Reason) _waiting[(row.Kind,
            row.Key)] = wait = (row.Reason, now);
        return row with { WaitingSince = wait.Since };
    }
}
