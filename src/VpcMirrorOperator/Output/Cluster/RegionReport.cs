using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The result of <c>list</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="Items">Its sessions, by id.</param>
internal sealed record RegionReport(string RegionId, IReadOnlyList<RegionItem> Items)
{
    /// <summary>The report of a list.</summary>
    /// <param name="region">The region.</param>
    /// <param name="sessions">Its sessions.</param>
    /// <param name="isDeclared">Whether a manifest declares a session; null when no manifests were given.</param>
    public static RegionReport Of(string region, IReadOnlyList<CatalogedSession> sessions, Func<string, bool?> isDeclared) =>
        new(region, [.. sessions.Select(s => RegionItem.Of(s, isDeclared(s.Id)))]);
}

/// <summary>One session of a region.</summary>
internal sealed record RegionItem
{
    /// <summary>The session's id.</summary>
    public required string TrafficMirrorSessionId { get; init; }

    /// <summary>Its name in the cloud; absent when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Its status in the cloud's words.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it mirrors at all; absent when the cloud does not say.</summary>
    public bool? Enabled { get; init; }

    /// <summary>How many sources it has; absent when the cloud does not say.</summary>
    public int? Sources { get; init; }

    /// <summary>Where the copies go.</summary>
    public string? TargetId { get; init; }

    /// <summary>The filter that picks the traffic.</summary>
    public string? FilterId { get; init; }

    /// <summary>Whether one of the manifests declares it; absent when none were given.</summary>
    public bool? Declared { get; init; }

    /// <summary>The item of a session.</summary>
    public static RegionItem Of(CatalogedSession session, bool? declared) => new()
    {
        TrafficMirrorSessionId = session.Id,
        Name = session.Listed.TrafficMirrorSessionName,
        Status = session.Listed.TrafficMirrorSessionStatus,
        Enabled = session.Listed.Enabled,
        Sources = session.Reading.Session is { } seen ? seen.Sources.Count + seen.Unnameable.Count : null,
        TargetId = session.Listed.TrafficMirrorTargetId,
        FilterId = session.Listed.TrafficMirrorFilterId,
        Declared = declared,
    };
}
