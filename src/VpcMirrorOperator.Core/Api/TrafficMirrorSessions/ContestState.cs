namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Another writer takes our changes back. Kept while that may go on, so that a restart does not begin the fight anew.</summary>
public sealed record ContestState
{
    /// <summary>How often our changes of these sources were taken back, one time after the other.</summary>
    public required int Undone { get; init; }

    /// <summary>When that was last seen.</summary>
    public required DateTimeOffset LastUndoneAt { get; init; }

    /// <summary>The sources that it was about last, at most <see cref="TrafficMirrorSessionStatus.MaxListed"/>.</summary>
    public IReadOnlyList<string> SourceIds { get => field ?? []; init; } = [];
}
