namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>On which target a session is opened.</summary>
public enum Placement
{
    /// <summary>On the target with the fewest sources.</summary>
    LeastSources,

    /// <summary>
    /// An interface goes to a target of its own zone; elsewhere only when that zone has no target, no place or no free number. It is not
    /// moved back.
    /// </summary>
    PreferSameZone,
}
