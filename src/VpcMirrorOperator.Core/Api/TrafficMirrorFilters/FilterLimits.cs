namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>Bounds of the spec, the same as in the CRD's schema.</summary>
public static class FilterLimits
{
    /// <summary>The highest number of a rule (the console's bound).</summary>
    public const int MaxPriority = 16777216;

    /// <summary>
    /// The most rules of one direction that an object may list. The cloud's quota is smaller: 20 in both directions together by default.
    /// </summary>
    public const int MaxRules = 50;

    /// <summary>
    /// The rules that a filter may have in all where nobody raised the quota (<c>vpc_quota_traffic_mirror_rules_num_per_filter</c>).
    /// </summary>
    public const int DefaultQuota = 20;

    /// <summary>The most rules of one direction in one call (API page).</summary>
    public const int MaxRulesPerCall = 10;

    /// <summary>The longest name in the cloud, in characters.</summary>
    public const int MaxName = 128;

    /// <summary>The longest description in the cloud, in characters.</summary>
    public const int MaxDescription = 256;

    /// <summary>The most tags of an object: 20 of a filter, less those that the operator gives it.</summary>
    public const int MaxTags = 16;

    /// <summary>The longest key or value of a tag, in characters.</summary>
    public const int MaxTag = 128;
}
