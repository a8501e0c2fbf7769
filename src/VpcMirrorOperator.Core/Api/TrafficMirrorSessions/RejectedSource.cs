namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>A source that the cloud refuses on its own account. It is retried slowly and never blocks the others.</summary>
public sealed record RejectedSource
{
    /// <summary>The ENI.</summary>
    public required string Id { get; init; }

    /// <summary>The cloud's error code.</summary>
    public required string Code { get; init; }

    /// <summary>What was refused, and why.</summary>
    public required string Message { get; init; }

    /// <summary>When it was first refused.</summary>
    public required DateTimeOffset Since { get; init; }
}
