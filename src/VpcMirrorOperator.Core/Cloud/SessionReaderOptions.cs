namespace VpcMirrorOperator.Cloud;

/// <summary>How reads are bundled.</summary>
public sealed record SessionReaderOptions
{
    /// <summary>The most ids in one call (API page: at most 100).</summary>
    public int IdsPerCall { get; init; } = 100;

    /// <summary>The page size asked for, 1–100 (API page; the default there is 10).</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>How long a read waits for others to share its call.</summary>
    public TimeSpan GatherWindow { get; init; } = TimeSpan.FromMilliseconds(20);
}
