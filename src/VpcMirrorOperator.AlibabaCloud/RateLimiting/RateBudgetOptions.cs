namespace VpcMirrorOperator.AlibabaCloud.RateLimiting;

/// <summary>
/// Default limits. The quota of the mirror calls is not documented; neighbours in the VPC quota list have 30 to 1,200 calls per
/// 60 s, CreateTrafficMirrorSession has 60, so writes take 60 and reads 600.
/// </summary>
public sealed record RateBudgetOptions
{
    /// <summary>For each action that changes something in the VPC API.</summary>
    public BucketLimits Writes { get; init; } = BucketLimits.PerMinute(60);

    /// <summary>
    /// For each action of ECS. The pods' network plugin and other controllers live on the same budget of the account, and starve without
    /// it.
    /// </summary>
    public BucketLimits Ecs { get; init; } = BucketLimits.AtMostPerMinute(60);

    /// <summary>For each other action that reads.</summary>
    public BucketLimits Reads { get; init; } = BucketLimits.PerMinute(600);

    internal BucketLimits For(BucketKey key) =>
        key.Product.Equals("Ecs", StringComparison.OrdinalIgnoreCase) ? Ecs : key.IsWrite ? Writes : Reads;
}
