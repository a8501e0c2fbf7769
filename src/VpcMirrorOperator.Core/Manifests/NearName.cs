namespace VpcMirrorOperator.Manifests;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearName
{
    /// <summary>The candidate that differs from <paramref name="name"/> by case only or by at most two edits, or null.</summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(c => c.distance <= 2 && c.distance < c.candidate.Length / 2)
        .OrderBy(c => c.distance)
        .Select(c => c.candidate)
        .FirstOrDefault();

    /// <summary>Levenshtein's distance, one row at a time.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < to.Length; j++)
            {
                var replace = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replace, 1 + Math.Min(row[j], diagonal));
            }
        }

        return row[^1];
    }
}
