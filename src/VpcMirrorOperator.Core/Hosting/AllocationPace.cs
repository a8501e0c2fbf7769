namespace VpcMirrorOperator.Hosting;

/// <summary>
/// Tells from what a process has allocated so far whether it has come to rest after a burst. Pure but for what it has been told.
/// </summary>
internal sealed class AllocationPace
{
    /// <summary>What is allocated between two looks at rest, in bytes: a watch, a lease, a probe.</summary>
    internal const long Quiet = 512 * 1024;

    /// <summary>What a burst allocates at least, in bytes: less is not worth a collection of everything.</summary>
    internal const long Burst = 8 * 1024 * 1024;

    private long _last;
    private long _atRest;

    /// <summary>Whether a burst has ended since this was last true.</summary>
    /// <param name="allocated">Bytes allocated since the process began.</param>
    public bool IsRest(long allocated)
    {
        var isQuiet = allocated - _last < Quiet;
        _last = allocated;
        if (!isQuiet || allocated - _atRest < Burst) return false;
        _atRest = allocated;
        return true;
    }
}
