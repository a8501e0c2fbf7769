namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>Guards against an edit that would blind every session of the filter at once.</summary>
public sealed record FilterSafetySpec
{
    /// <summary>
    /// False (default): as long as a session uses the filter, no edit takes from a direction the last rule that accepts anything.
    /// </summary>
    public bool? AllowEmpty { get; init; }
}
