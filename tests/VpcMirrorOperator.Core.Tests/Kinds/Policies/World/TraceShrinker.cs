namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>Leaves out steps as long as the same thing goes wrong.</summary>
internal static class TraceShrinker
{
    private const int MaxTries = 1500;

    public static IReadOnlyList<SimStep> Shrink(List<SimStep> trace, Func<IReadOnlyList<SimStep>, bool> isSame)
    {
        var tries = 0;
        for (var size = Math.Max(1, trace.Count / 2); size > 0 && tries < MaxTries; size /= 2)
            for (var i = 0; i < trace.Count && tries < MaxTries; tries++)
            {
                List<SimStep> shorter = [.. trace.Take(i), .. trace.Skip(i + size)];
                if (isSame(shorter)) trace = shorter;
                else i += size;
            }

        return trace;
    }
}
