using VpcMirrorOperator.AlibabaCloud.RateLimiting;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>What a world is made of.</summary>
internal sealed record Setup
{
    /// <summary>A rate budget that never makes a call wait.</summary>
    public static readonly RateBudgetOptions NoLimit = new()
    {
        Writes = new BucketLimits(1_000_000, 1_000_000),
        Reads = new BucketLimits(1_000_000, 1_000_000),
    };

    /// <summary>The sources that each session has at the start, and that the declared objects list at the start.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Sessions { get; init; }

    /// <summary>How many of the sessions, from the first one on, are in a region of their own, which may die.</summary>
    public int Mortal { get; init; }

    /// <summary>How long the cloud takes to carry out a write; its effect shows at the end.</summary>
    public TimeSpan ModifyTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From sending a call to its answer.</summary>
    public TimeSpan RoundTrip { get; init; }

    /// <summary>How long the API server takes to store a status.</summary>
    public TimeSpan StatusWrite { get; init; }

    /// <summary>Whether objects are queued in an order that has nothing to do with their names, as an informer lists them.</summary>
    public bool IsShuffled { get; init; }

    /// <summary>The client's rate limits; the product's defaults unless said otherwise.</summary>
    public RateBudgetOptions RateBudget { get; init; } = new();
}
