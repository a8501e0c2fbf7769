namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Chooses the ids of the next call: those that are waited for, then those whose objects come next in the queue, so that they need no call
/// of their own.
/// </summary>
internal static class ReadBatch
{
    public static string[] Choose(List<PendingRead> pending, KnownSessions known, int size, DateTimeOffset now)
    {
        if (pending.Count == 0) return [];
        var (chosen, taken) = (new List<string>(size), new HashSet<string>(size, StringComparer.Ordinal));
        for (var i = 0; i < pending.Count && chosen.Count < size; i++)
            if (taken.Add(pending[i].Id)) chosen.Add(pending[i].Id);
        if (chosen.Count == size) return [.. chosen];
        foreach (var id in known.Due(now))
        {
            if (taken.Add(id)) chosen.Add(id);
            if (chosen.Count == size) break;
        }

        return [.. chosen];
    }
}
