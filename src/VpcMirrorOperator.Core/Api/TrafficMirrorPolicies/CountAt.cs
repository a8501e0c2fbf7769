namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>A number of interfaces at a time.</summary>
public sealed record CountAt
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many, 0 or more.</summary>
    public required int Count { get; init; }
}
