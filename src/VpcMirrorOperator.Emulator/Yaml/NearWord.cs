namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearWord
{
    /// <summary>The remedy for a word that is none of those known: the one that was meant, or all.</summary>
    /// <param name="word">The word.</param>
    /// <param name="known">Those that would do.</param>
    /// <param name="all">Begins the sentence that names them all.</param>
    internal static string Remedy(string word, IReadOnlyCollection<string> known, string all) =>
        known.FirstOrDefault(other => IsNear(word.ToUpperInvariant(), other.ToUpperInvariant())) is { } meant
            ? $"Did you mean {meant}?"
            : $"{all}: {string.Join(", ", known)}.";

    /// <summary>Whether two words are equal, or one letter is too many, missing, or another.</summary>
    private static bool IsNear(string left, string right)
    {
        if (left.Length > right.Length) (left, right) = (right, left);
        if (right.Length - left.Length > 1) return false;
        var same = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return same == left.Length || left.AsSpan(left.Length == right.Length ? same + 1 : same).SequenceEqual(right.AsSpan(same + 1));
    }
}
