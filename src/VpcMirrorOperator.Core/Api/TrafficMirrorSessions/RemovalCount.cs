namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Sources that one of our writes removed.</summary>
public sealed record RemovalCount
{
    /// <summary>When the removal was seen to be done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many, 1 or more.</summary>
    public required int Count { get; init; }
}
