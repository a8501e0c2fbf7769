namespace VpcMirrorOperator.Simulation.Loop;

/// <summary>
/// FNV-1a over words. string.GetHashCode and HashCode differ in every operating system process, so a seed would not replay elsewhere.
/// </summary>
internal static class Fnv
{
    internal const ulong Basis = 14695981039346656037;

    internal static ulong Add(ulong hash, long word)
    {
        var mixed = unchecked((hash ^ (ulong)word) * 1099511628211);
        return mixed ^ (mixed >> 32);
    }

    internal static long Of(string text) => unchecked((long)text.Aggregate(Basis, static (hash, character) => Add(hash, character)));
}
