using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Bounds of the spec, the same as in the CRD's schema.</summary>
public static class SpecLimits
{
    /// <summary>The most sources that one object may list. Bounds the object's size and the cost of CEL rules; not a cloud limit.</summary>
    public const int MaxSources = 2000;

    /// <summary>The longest time over which removals are counted; longer ones count as this.</summary>
    public static readonly TimeSpan MaxRemovalWindow = TimeSpan.FromHours(24);

    /// <summary>The longest id accepted, in characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The shortest drift check interval that is honoured; shorter ones count as this.</summary>
    public static readonly TimeSpan MinDriftCheckInterval = DriftCheckLimits.Shortest;

    /// <summary>
    /// The longest drift check interval that is honoured; longer ones count as this. It bounds how long a change by somebody else goes
    /// unnoticed.
    /// </summary>
    public static readonly TimeSpan MaxDriftCheckInterval = DriftCheckLimits.Longest;
}
