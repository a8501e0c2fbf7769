namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Chooses the ids of the next call: those that are waited for, then the oldest snapshots that are half way to being too old.
/// </summary>
internal static class ReadBatch
{
    public static string[] Choose(
        List<PendingRead> pending, Dictionary<string, KnownSession> known, int size, DateTimeOffset now)
    {
        var asked = pending.Select(read => read.Id).Distinct(StringComparer.Ordinal).Take(size).ToList();
        if (asked.Count == 0 || asked.Count == size) return [.. asked];
        var taken = asked.ToHashSet(StringComparer.Ordinal);
        var due = known
            .Where(entry => !taken.Contains(entry.Key) && IsHalfWay(entry.Value, now))
            .OrderBy(entry => entry.Value.Snapshot?.ReadAt ?? DateTimeOffset.MinValue)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(size - asked.Count);
        return [.. asked, .. due.Select(entry => entry.Key)];
    }

    private static bool IsHalfWay(KnownSession session, DateTimeOffset now) =>
        session.Snapshot is not { } snapshot || now - snapshot.ReadAt >= session.MaxAge / 2;
}
