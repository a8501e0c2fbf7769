namespace VpcMirrorOperator.AlibabaCloud.RateLimiting;

/// <summary>The scope of a documented API quota within one account.</summary>
internal readonly record struct BucketKey(string Product, string RegionId, string Action, bool IsWrite);
